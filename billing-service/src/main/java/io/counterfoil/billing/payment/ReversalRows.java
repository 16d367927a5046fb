package io.counterfoil.billing.payment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What was taken back of applications: appended, never changed. */
@Dependent
class ReversalRows {

    private final Database database;

    @Inject
    ReversalRows(Database database) {
        this.database = database;
    }

    /** An application and what of it still stands. */
    record Standing(UUID applicationId, UUID invoiceId, Money amount, Money discount, Money difference) {}

    void addAll(List<PaymentReversal> reversals) {
        database.batch(
                """
                insert into payment_reversal (reversal_id, application_id, payment_id, invoice_id, act_id, cause, reopens,
                    amount_minor, discount_minor, difference_minor, effective_date, effective_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                reversals.stream()
                        .map(r -> new Object[] {
                            r.reversalId(),
                            r.applicationId(),
                            r.paymentId(),
                            r.invoiceId(),
                            r.actId(),
                            r.cause(),
                            r.reopens(),
                            r.amount().minor(),
                            r.discount().minor(),
                            r.difference().minor(),
                            r.effectiveDate(),
                            r.effectiveAt()
                        })
                        .toList());
    }

    /** What of the applications of a payment still stands, the latest first. */
    List<Standing> standing(Payment payment) {
        return database.query(
                        """
                        select a.application_id, a.invoice_id, p.currency,
                               a.amount_minor - coalesce(sum(r.amount_minor), 0)::bigint as amount_minor,
                               a.discount_minor - coalesce(sum(r.discount_minor), 0)::bigint as discount_minor,
                               a.difference_minor - coalesce(sum(r.difference_minor), 0)::bigint as difference_minor
                          from payment_application a join payment p on p.payment_id = a.payment_id
                          left join payment_reversal r on r.application_id = a.application_id
                         where a.payment_id = ? and not a.recovers
                         group by a.application_id, p.currency
                        having a.amount_minor > coalesce(sum(r.amount_minor), 0)
                         order by a.effective_at desc, a.application_id desc
                        """,
                        payment.paymentId())
                .list(row -> new Standing(
                        row.uuid("application_id"),
                        row.uuid("invoice_id"),
                        row.money("amount_minor", "currency"),
                        row.money("discount_minor", "currency"),
                        row.money("difference_minor", "currency")));
    }

    /** What one act took back. */
    List<PaymentReversal> of(UUID actId) {
        return database.query(
                        """
                        select r.*, p.currency from payment_reversal r join payment p using (payment_id)
                         where act_id = ? and cause <> 'WON' order by r.reversal_id
                        """,
                        actId)
                .list(ReversalRows::read);
    }

    private static PaymentReversal read(Row row) {
        return new PaymentReversal(
                row.uuid("reversal_id"),
                row.uuid("application_id"),
                row.uuid("payment_id"),
                row.uuid("invoice_id"),
                row.uuid("act_id"),
                ReversalCause.valueOf(row.text("cause")),
                row.bool("reopens"),
                row.money("amount_minor", "currency"),
                row.money("discount_minor", "currency"),
                row.money("difference_minor", "currency"),
                row.date("effective_date"),
                row.instant("effective_at"));
    }
}
