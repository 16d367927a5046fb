package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.billing.creditmemo.DrawUpMemo.Order;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The credit memos, as others ask for them. */
@Dependent
public class CreditMemos {

    private final MemoRows rows;
    private final WriteCreditMemo write;
    private final DrawUpMemo draw;
    private final Reversals reversals;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    CreditMemos(
            MemoRows rows,
            WriteCreditMemo write,
            DrawUpMemo draw,
            Reversals reversals,
            LegalEntities entities,
            BusinessClock clock) {
        this.rows = rows;
        this.write = write;
        this.draw = draw;
        this.reversals = reversals;
        this.entities = entities;
        this.clock = clock;
    }

    /** Writes a memo for an amount of an invoice, as {@link WriteCreditMemo} does; returns its id. */
    public UUID write(UUID invoiceId, Money amount, String reasonCode, String reason) {
        return write.handle(new MemoRequest(invoiceId, amount, null, reasonCode, reason, null))
                .creditMemoId();
    }

    /** Credits all that is left of a locked invoice at once: a credit note instead of a void. */
    public void creditNote(Invoice invoice, String reasonCode, String reason, Map<String, String> policyVersions) {
        Order order = new Order(EventIds.next(), reversals.all(invoice), reasonCode, reason, null, policyVersions);
        Instant now = clock.now();
        draw.draw(invoice, order, true, entities.byId(invoice.legalEntityId()).dateAt(now), now);
    }

    /** Locks a memo until the transaction ends. */
    public Optional<CreditMemo> lock(UUID creditMemoId) {
        return rows.byId(creditMemoId, true);
    }

    /** A refund paid a part, or (below zero) did not after all. */
    public void refunded(CreditMemo memo, Money part) {
        rows.move(memo.refund(part));
    }
}
