package io.counterfoil.common.trouble;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds exceptions, oldest first. */
@ApplicationScoped
class TroubleQuery {

    private static final String OPEN = "state in ('OPEN', 'ASSIGNED')";

    @Inject
    Database database;

    List<Trouble> find(TroubleFilter filter, long after, int limit) {
        Conditions conditions = new Conditions();
        conditions.also("seq > ?", after);
        conditions.also("state = ?", filter.state);
        conditions.also("class = ?", filter.trouble);
        conditions.also("code = ?", filter.code);
        conditions.also("owner = ?", filter.owner);
        conditions.also("assignee = ?", filter.assignee);
        conditions.also("origin = ?", filter.origin);
        conditions.also("subject = ?", filter.subject);
        conditions.also("correlation_id = ?", filter.correlationId);
        conditions.also("customer_id = ?", filter.customerId);
        conditions.also("region = ?", filter.region);
        conditions.also("product_line = ?", filter.productLine);
        conditions.also(
                "opened_at <= ?", filter.age() == null ? null : SystemTime.now().minus(filter.age()));
        conditions.either(filter.onlyOpen(), OPEN);
        conditions.either(filter.onlyOverdue(), OPEN + " and due_at < now()");
        return database.query(
                        "select * from exception where " + String.join(" and ", conditions.sql) + " order by seq limit "
                                + limit,
                        conditions.values.toArray())
                .list(Trouble::read);
    }

    /** What is asked for, bit by bit. */
    private static final class Conditions {
        private final List<String> sql = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void also(String condition, Object value) {
            if (value != null && !value.equals("")) {
                sql.add(condition);
                values.add(value);
            }
        }

        void either(Boolean wanted, String condition) {
            if (wanted != null) {
                sql.add((wanted ? "" : "not ") + "(" + condition + ")");
            }
        }
    }
}
