package io.counterfoil.ledger.account;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What the chart of accounts has, for capabilities that name accounts. */
@Dependent
public class Chart {

    private final Database database;

    @Inject
    public Chart(Database database) {
        this.database = database;
    }

    /** Which of these codes are no accounts of the legal entity. */
    public Set<String> missing(String legalEntityId, Collection<String> codes) {
        Set<String> missing = new TreeSet<>(codes);
        database.query(
                        "select code from account where legal_entity_id = ? and code = any(?)",
                        legalEntityId,
                        Set.copyOf(codes))
                .list(row -> row.text("code"))
                .forEach(missing::remove);
        return missing;
    }

    /** Which of these codes are control accounts of the legal entity. */
    public Set<String> controlled(String legalEntityId, Collection<String> codes) {
        return new TreeSet<>(database.query(
                        "select code from account where legal_entity_id = ? and code = any(?) and control_kind is not null",
                        legalEntityId,
                        Set.copyOf(codes))
                .list(row -> row.text("code")));
    }
}
