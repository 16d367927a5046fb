package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A second person approves a memo, which is then issued, or refuses it, which frees its part of the invoice. */
@UseCase
class DecideCreditMemo {

    private final Invoices invoices;
    private final Reversals reversals;
    private final MemoRows rows;
    private final IssueMemo issue;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    DecideCreditMemo(
            Invoices invoices,
            Reversals reversals,
            MemoRows rows,
            IssueMemo issue,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock) {
        this.invoices = invoices;
        this.reversals = reversals;
        this.rows = rows;
        this.issue = issue;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    CreditMemo handle(UUID memoId, boolean approved) {
        CreditMemo memo = rows.byId(memoId, true).orElseThrow(() -> new NotFound("credit memo", memoId));
        String who = Correlation.current().actor();
        if (!approved) {
            return discard(memo, who);
        }
        if (memo.why().requestedBy().equals(who)) {
            throw new SecondPersonRequired("Credit memo " + memoId, who);
        }
        CreditMemo agreed = memo.approve(who);
        Invoice invoice = invoices.lock(memo.invoiceId()).orElseThrow();
        Instant now = clock.now();
        return Correlation.within(
                Correlation.current().continuing(memo.correlationId()),
                () -> issue.issue(
                        agreed,
                        invoice,
                        Map.of(),
                        entities.byId(memo.legalEntityId()).dateAt(now),
                        now));
    }

    private CreditMemo discard(CreditMemo memo, String who) {
        CreditMemo discarded = memo.discard(who);
        reversals.undo(memo.creditMemoId());
        rows.move(discarded);
        Correlation.within(
                Correlation.current().continuing(memo.correlationId()),
                () -> outbox.publish(CreditMemoDiscarded.of(discarded, clock.now())));
        return discarded;
    }
}
