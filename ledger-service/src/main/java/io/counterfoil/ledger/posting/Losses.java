package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.ledger.posting.Lookback.GivenUp;
import io.counterfoil.ledger.posting.Lookback.MoneyOf;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Invoices that were given up, and what came of them since. */
@Dependent
class Losses {

    private final Database database;

    @Inject
    Losses(Database database) {
        this.database = database;
    }

    /** What was posted of them; those that were never given up are missing. */
    Map<UUID, GivenUp> of(Set<UUID> invoiceIds) {
        Map<UUID, GivenUp> found = new HashMap<>();
        if (!invoiceIds.isEmpty()) {
            database.query(
                            """
                            select p.item_id, coalesce(sum(case side when 'DEBIT' then amount_minor else -amount_minor end)
                                       filter (where item = 'BAD_DEBT'), 0)::bigint as bad_debt,
                                   coalesce(sum(amount_minor) filter (where item = 'BAD_DEBT' and purpose = 'RECOVERY'), 0)::bigint as recovered,
                                   coalesce(sum(amount_minor) filter (where item = 'RECOVERABLES' and purpose = 'RECOVERY'), 0)::bigint as recoverables,
                                   coalesce(bool_or(dimensions ->> 'method' = 'ALLOWANCE'), false) as by_allowance
                            from posting p join journal_entry e on e.id = p.entry_id
                            where item in ('BAD_DEBT', 'RECOVERABLES') and item_id = any(?) group by item_id
                            """,
                            invoiceIds)
                    .list(row -> found.put(row.uuid("item_id"), GivenUp.of(row)));
        }
        return found;
    }

    /**
     * Money that was never applied to an invoice is what was recovered of it after it had been given up; both may still be on
     * the way. Of a payment that is not known here the event alone is believed.
     */
    void requireRecovered(Set<MoneyOf> asked, Map<UUID, GivenUp> givenUp) {
        Map<UUID, String> awaited = new HashMap<>();
        for (MoneyOf money : asked) {
            GivenUp ofInvoice = givenUp.get(money.invoiceId());
            boolean recovered = ofInvoice != null && ofInvoice.isRecovered();
            if (!recovered && !wasApplied(money) && (ofInvoice != null || isKnown(money.paymentId()))) {
                awaited.put(money.invoiceId(), Waiting.moneyOf(money.paymentId()));
            }
        }
        if (!awaited.isEmpty()) {
            throw new ComesBeforeItsCause(awaited);
        }
    }

    /** Of the money of invoices that were given up and recovered, what had settled them before. */
    Set<MoneyOf> settling(Set<MoneyOf> asked, Map<UUID, GivenUp> givenUp) {
        return asked.stream()
                .filter(money -> money.paymentId() != null)
                .filter(money ->
                        givenUp.getOrDefault(money.invoiceId(), GivenUp.NOTHING).isRecovered())
                .filter(this::wasApplied)
                .collect(Collectors.toSet());
    }

    private boolean isKnown(UUID paymentId) {
        return database.query(
                        "select 1 as one from journal_entry where document_id = ? and purpose = 'PAYMENT' limit 1",
                        paymentId)
                .one(row -> true)
                .orElse(false);
    }

    private boolean wasApplied(MoneyOf money) {
        return database.query(
                        """
                        select 1 as one from journal_entry e join posting p on p.entry_id = e.id
                        where e.document_id = ? and p.item = 'APPLICATION' and p.dimensions ->> 'invoiceId' = ? limit 1
                        """,
                        money.paymentId(),
                        money.invoiceId().toString())
                .one(row -> true)
                .orElse(false);
    }
}
