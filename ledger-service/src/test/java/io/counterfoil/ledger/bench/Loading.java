package io.counterfoil.ledger.bench;

import io.counterfoil.common.db.Database;
import java.util.ArrayList;
import java.util.List;

/** Puts many rows into a table whose indexes are made again afterwards: what is measured comes later. */
final class Loading {

    private static final String PLAIN =
            """
            select indexname, indexdef from pg_indexes join pg_index i on i.indexrelid = indexname::regclass
            where tablename = ? and not i.indisunique
            """;

    private final Database database;
    private final List<String> again = new ArrayList<>();

    Loading(Database database) {
        this.database = database;
    }

    /** Takes away all but what keeps rows unique. */
    Loading without(String table) {
        List<String> names = database.query(PLAIN, table).list(row -> row.text("indexname"));
        again.addAll(database.query(PLAIN, table).list(row -> row.text("indexdef")));
        names.forEach(name -> database.update("drop index " + name));
        return this;
    }

    Loading withoutKey(String table, String columns) {
        database.update("alter table " + table + " drop constraint " + table + "_pkey");
        again.add("alter table " + table + " add primary key (" + columns + ")");
        return this;
    }

    void end() {
        again.forEach(database::update);
        database.update("vacuum analyze");
    }
}
