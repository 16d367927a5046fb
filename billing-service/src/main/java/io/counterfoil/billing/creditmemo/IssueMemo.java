package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.creditmemo.MemoRows.Application;
import io.counterfoil.billing.creditmemo.Settled.Target;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.numbering.Numbers;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives an approved memo its number and settles what it owes, within the caller's transaction. */
@Dependent
class IssueMemo {

    /** The series of credit memos. */
    static final String SERIES = "CM";

    private final Numbers numbers;
    private final MemoRows rows;
    private final SettleByMemo settle;
    private final Reversals reversals;
    private final LegalEntities entities;
    private final Archive archive;
    private final Outbox outbox;

    @Inject
    IssueMemo(
            Numbers numbers,
            MemoRows rows,
            SettleByMemo settle,
            Reversals reversals,
            LegalEntities entities,
            Archive archive,
            Outbox outbox) {
        this.entities = entities;
        this.archive = archive;
        this.numbers = numbers;
        this.rows = rows;
        this.settle = settle;
        this.reversals = reversals;
        this.outbox = outbox;
    }

    /** Issues it; {@code accruals} are what had waited of the repairs that it takes back, by the invoice line. */
    CreditMemo issue(
            CreditMemo approved, Invoice invoice, Map<UUID, List<UUID>> accruals, LocalDate today, Instant now) {
        Numbers.Block block = numbers.take(approved.legalEntityId(), SERIES, today, 1);
        UUID eventId = EventIds.derived(approved.creditMemoId(), CreditMemoIssued.TYPE);
        CreditMemo memo = fitted(approved, invoice).issue(block.numbers().get(0), block.issueDate(), now, eventId);
        rows.move(memo);
        Application[] made = new Application[Target.values().length];
        for (Target target : Target.values()) {
            if (memo.settled().of(target).isPositive()) {
                made[target.ordinal()] = application(memo, target, invoice, now);
                rows.add(memo, made[target.ordinal()]);
            }
        }
        Application credit = made[Target.CUSTOMER_CREDIT.ordinal()];
        Invoice after = made[Target.INVOICE.ordinal()] == null
                ? invoice
                : settle.invoice(memo, made[Target.INVOICE.ordinal()], invoice);
        CreditMemoIssued issued = CreditMemoFacts.issued(
                memo,
                invoice,
                after,
                credit == null ? null : credit.targetId(),
                reversals.of(memo.creditMemoId(), memo.currency()),
                accruals);
        keep(issued, invoice, now);
        outbox.publish(issued, eventId);
        settle.tell(invoice, after, now);
        if (credit != null) {
            settle.customerCredit(memo, credit);
        }
        return memo;
    }

    private void keep(CreditMemoIssued issued, Invoice invoice, Instant now) {
        CreditMemoDocument document = CreditMemoDocument.of(issued, invoice, entities.byId(invoice.legalEntityId()));
        archive.keep(List.of(new Archive.Document(issued.creditMemoId(), Archive.Kind.CREDIT_MEMO, document)), now);
    }

    /** What was open when the memo was asked for may have been paid meanwhile: the rest becomes customer credit. */
    private static CreditMemo fitted(CreditMemo memo, Invoice invoice) {
        Money excess = memo.settled().toInvoice().minus(invoice.open());
        return excess.isPositive() ? memo.resettled(excess) : memo;
    }

    private static Application application(CreditMemo memo, Target target, Invoice invoice, Instant now) {
        UUID id = EventIds.derived(memo.creditMemoId(), "settlement " + target);
        return new Application(
                id,
                target,
                SettleByMemo.targetId(target, id, invoice),
                memo.settled().of(target),
                true,
                memo.issueDate(),
                now);
    }
}
