package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.VoidRequest;
import io.counterfoil.billing.creditmemo.CreditMemoVoided.ReopenedInvoice;
import io.counterfoil.billing.creditmemo.MemoRows.Application;
import io.counterfoil.billing.creditmemo.Settled.Target;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.reversal.LeftOfLine;
import io.counterfoil.billing.reversal.Reversals;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Voids an issued memo: what it settled is open again, credit that it made is taken back, its lines can be credited anew. */
@UseCase
class VoidCreditMemo {

    private final MemoRows rows;
    private final Invoices invoices;
    private final SettleByMemo settle;
    private final Reversals reversals;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    VoidCreditMemo(
            MemoRows rows,
            Invoices invoices,
            SettleByMemo settle,
            Reversals reversals,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.settle = settle;
        this.reversals = reversals;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    CreditMemo handle(UUID memoId, VoidRequest why) {
        CreditMemo memo = rows.byId(memoId, true).orElseThrow(() -> new NotFound("credit memo", memoId));
        Instant now = clock.now();
        LocalDate today = entities.byId(memo.legalEntityId()).dateAt(now);
        UUID eventId = EventIds.derived(memoId, CreditMemoVoided.TYPE);
        CreditMemo voided = memo.voided(eventId, today);
        Invoice credited = invoices.lock(memo.invoiceId()).orElseThrow();
        if (invoices.isBillable(credited)) {
            throw new MemoInUse(memo.number(), "what its invoice had billed was billed again or will be");
        }
        List<LeftOfLine> parts = reversals.of(memoId, memo.currency());
        return Correlation.within(Correlation.current().continuing(memo.correlationId()), () -> {
            List<ReopenedInvoice> reopened = takeBack(memo, today, now);
            reversals.undo(memoId);
            rows.move(voided);
            outbox.publish(CreditMemoFacts.voided(voided, credited, why, parts, reopened, now), eventId);
            return voided;
        });
    }

    private List<ReopenedInvoice> takeBack(CreditMemo memo, LocalDate today, Instant now) {
        List<ReopenedInvoice> reopened = new ArrayList<>();
        for (Application application : rows.applications(memo)) {
            Application back = settle.reversed(application, today, now);
            if (application.target() == Target.CUSTOMER_CREDIT) {
                settle.takeBack(memo, application);
            }
            if (application.target() == Target.INVOICE) {
                Invoice invoice = invoices.lock(application.targetId()).orElseThrow();
                Invoice after = settle.invoice(memo, back, invoice);
                reopened.add(new ReopenedInvoice(
                        after.invoiceId(),
                        after.number(),
                        application.amount(),
                        after.open(),
                        after.state().name()));
            }
            rows.add(memo, back);
        }
        return reopened;
    }
}
