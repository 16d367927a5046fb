package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which processes stay in a state for longer than its deadline; that of a start date still to come counts from there. */
@Dependent
class OverdueProcesses {

    private static final String WAITING =
            """
            with waiting as (
              select q.order_id, q.state, q.correlation_id, q.entered_at,
                     greatest(q.entered_at, coalesce((select max(l.start_date) from order_line l
                                                      where l.order_id = q.order_id and q.state like 'AWAITING%'), date '2000-01-01'))
                       + case q.state when 'FETCHING' then interval '1 hour' when 'RESOLVING_CUSTOMER' then interval '1 hour'
                                      when 'AWAITING_INVOICE' then interval '32 days' else interval '1 day' end as due
              from quote_to_cash q
              where q.is_open and q.state in ('FETCHING', 'RESOLVING_CUSTOMER', 'AWAITING_ACTIVATION', 'AWAITING_INVOICE', 'AWAITING_POSTING',
                                'WRITING_BACK')
                and not exists (select 1 from journey j where j.process = 'QUOTE_TO_CASH' and j.journey_id = q.order_id))
            """;

    private static final String LEFT =
            """
            select j.journey_id from journey j join quote_to_cash q on q.order_id = j.journey_id
            where j.process = 'QUOTE_TO_CASH' and (q.state <> j.state or q.entered_at > j.entered_at)
            limit 1
            """;

    private final Database database;

    @Inject
    OverdueProcesses(Database database) {
        this.database = database;
    }

    /** When the next one is overdue; long ago when one that was has gone on. */
    Optional<Instant> nextDue() {
        return left().map(order -> Instant.EPOCH)
                .or(() -> database.query(WAITING + " select min(due) as due from waiting")
                        .one(row -> Optional.ofNullable(row.instant("due")))
                        .flatMap(due -> due));
    }

    /** One that was overdue and has gone on. */
    Optional<UUID> left() {
        return database.query(LEFT).one(row -> row.uuid("journey_id"));
    }

    /** One that is overdue. */
    Optional<Overdue> next(Instant now) {
        return database.query(WAITING + " select * from waiting where due <= ? order by due limit 1", now)
                .one(OverdueProcesses::read);
    }

    private static Overdue read(Row row) {
        return new Overdue(
                row.uuid("order_id"), row.text("state"), row.instant("entered_at"), row.text("correlation_id"));
    }

    /** A process that stays too long. */
    record Overdue(UUID orderId, String state, Instant since, String correlationId) {}
}
