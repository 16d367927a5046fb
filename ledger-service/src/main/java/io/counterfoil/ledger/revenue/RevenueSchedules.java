package io.counterfoil.ledger.revenue;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All revenue schedules; written and moved on in sets. */
@Dependent
class RevenueSchedules {

    private final Database database;

    @Inject
    RevenueSchedules(Database database) {
        this.database = database;
    }

    /** What is looked for; null means any. */
    record Filter(String legalEntityId, UUID customerId, UUID contractId, UUID invoiceId) {}

    /** An invoice that is told by two events is refused by the sub-ledger, in the same transaction. */
    void add(List<RevenueSchedule> schedules) {
        database.batch(
                """
                insert into revenue_schedule (id, legal_entity_id, customer_id, contract_id, order_id, performance_obligation_id,
                    invoice_id, invoice_number, invoice_line_id, product_id, revenue_treatment, currency, amount_minor, start_date,
                    end_date, billed_on, recognised_minor, recognised_until, source_event_id, source_position, correlation_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (invoice_id, invoice_line_id) do nothing
                """,
                schedules.stream().map(RevenueSchedules::row).toList());
    }

    /** Some that have something to recognise through the date, for this transaction alone. */
    List<RevenueSchedule> lockDue(String legalEntityId, LocalDate through, int limit) {
        return database.query(
                        """
                        select * from revenue_schedule
                        where (?::text is null or legal_entity_id = ?) and recognised_until < end_date and recognised_until <= ?
                          and billed_on <= ?
                        order by legal_entity_id, recognised_until, id limit ? for update
                        """,
                        legalEntityId,
                        legalEntityId,
                        through,
                        through,
                        limit)
                .list(RevenueSchedules::read);
    }

    /** How far a schedule is recognised now. */
    record Progress(UUID scheduleId, long recognisedMinor, LocalDate until) {}

    void moveOn(List<Progress> progress) {
        database.update(
                """
                update revenue_schedule s set recognised_minor = p.minor, recognised_until = p.until
                from unnest(?::uuid[], ?::bigint[], ?::date[]) as p(id, minor, until) where s.id = p.id
                """,
                progress.stream().map(Progress::scheduleId).toList(),
                progress.stream().map(Progress::recognisedMinor).toList(),
                progress.stream().map(Progress::until).toList());
    }

    List<RevenueSchedule> after(long ordinal, Filter filter, int limit) {
        return database.query(
                        """
                        select * from revenue_schedule
                        where ordinal > ? and (?::text is null or legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
                          and (?::uuid is null or contract_id = ?) and (?::uuid is null or invoice_id = ?)
                        order by ordinal limit ?
                        """,
                        ordinal,
                        filter.legalEntityId(),
                        filter.legalEntityId(),
                        filter.customerId(),
                        filter.customerId(),
                        filter.contractId(),
                        filter.contractId(),
                        filter.invoiceId(),
                        filter.invoiceId(),
                        limit)
                .list(RevenueSchedules::read);
    }

    Optional<RevenueSchedule> find(UUID id) {
        return database.query("select * from revenue_schedule where id = ?", id).one(RevenueSchedules::read);
    }

    private static Object[] row(RevenueSchedule s) {
        return new Object[] {
            s.id(),
            s.legalEntityId(),
            s.customerId(),
            s.contractId(),
            s.orderId(),
            s.performanceObligationId(),
            s.invoiceId(),
            s.invoiceNumber(),
            s.invoiceLineId(),
            s.productId(),
            s.revenueTreatment(),
            s.amount().currency(),
            s.amount().minor(),
            s.start(),
            s.end(),
            s.billedOn(),
            s.recognised().minor(),
            s.recognisedUntil(),
            s.sourceEventId(),
            s.sourcePosition(),
            s.correlationId()
        };
    }

    private static RevenueSchedule read(Row row) {
        return new RevenueSchedule(
                row.uuid("id"),
                row.longValue("ordinal"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.uuid("order_id"),
                row.text("performance_obligation_id"),
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.uuid("invoice_line_id"),
                row.text("product_id"),
                row.text("revenue_treatment"),
                row.money("amount_minor", "currency"),
                row.date("start_date"),
                row.date("end_date"),
                row.date("billed_on"),
                row.money("recognised_minor", "currency"),
                row.date("recognised_until"),
                row.uuid("source_event_id"),
                row.longValue("source_position"),
                row.text("correlation_id"));
    }
}
