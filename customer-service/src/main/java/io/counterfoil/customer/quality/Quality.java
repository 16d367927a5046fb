package io.counterfoil.customer.quality;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Page;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts the living customers that break each rule, and names them. */
@Dependent
class Quality {

    private static final String LIVING = "from customer c where c.state not in ('CLOSED', 'MERGED') and ";

    private final Database database;
    private final Ownership ownership;

    @Inject
    Quality(Database database, Ownership ownership) {
        this.database = database;
        this.ownership = ownership;
    }

    QualityJson.Report report() {
        List<QualityJson.Line> lines = new ArrayList<>();
        for (QualityRule rule : QualityRule.values()) {
            lines.add(new QualityJson.Line(
                    rule.name(), rule.group(), ownership.ownerOf(rule.group()), count(rule.condition())));
        }
        return new QualityJson.Report(count("true"), lines);
    }

    Page<QualityJson.Breach> breaches(QualityRule rule, String cursor, Integer limit) {
        int size = Page.size(limit);
        UUID after = Cursor.toUuid(cursor);
        return Page.of(
                database.query(
                                "select c.id, c.customer_number, c.legal_name " + LIVING + rule.condition()
                                        + " and c.id > ? order by c.id limit ?",
                                after == null ? new UUID(0, 0) : after,
                                size + 1)
                        .list(row -> new QualityJson.Breach(
                                row.uuid("id"), row.text("customer_number"), row.text("legal_name"))),
                size,
                breach -> Cursor.of(breach.customerId()));
    }

    private long count(String condition) {
        return database.query("select count(*) as many " + LIVING + condition)
                .one(row -> row.longValue("many"))
                .orElse(0L);
    }
}
