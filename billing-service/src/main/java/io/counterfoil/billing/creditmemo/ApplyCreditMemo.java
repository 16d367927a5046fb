package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.ApplicationRequest;
import io.counterfoil.billing.creditmemo.MemoRows.Application;
import io.counterfoil.billing.creditmemo.Settled.Target;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Uses what is open of an issued memo: for another invoice of the customer, as customer credit, for a refund, or outside. */
@UseCase
class ApplyCreditMemo {

    private final MemoRows rows;
    private final Invoices invoices;
    private final SettleByMemo settle;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    ApplyCreditMemo(
            MemoRows rows,
            Invoices invoices,
            SettleByMemo settle,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.settle = settle;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    CreditMemo handle(UUID memoId, ApplicationRequest wanted) {
        CreditMemo memo = rows.byId(memoId, true).orElseThrow(() -> new NotFound("credit memo", memoId));
        Invoice invoice = wanted.target() == Target.INVOICE ? invoice(memo, wanted) : null;
        Money part = part(memo, invoice, wanted.amount());
        CreditMemo after = memo.apply(wanted.target(), part);
        Instant now = clock.now();
        UUID id = EventIds.derived(memoId, "application " + memo.version());
        Application made = new Application(
                id,
                wanted.target(),
                SettleByMemo.targetId(wanted.target(), id, invoice),
                part,
                false,
                entities.byId(memo.legalEntityId()).dateAt(now),
                now);
        return Correlation.within(
                Correlation.current().continuing(memo.correlationId()), () -> apply(after, made, invoice));
    }

    private CreditMemo apply(CreditMemo memo, Application made, Invoice invoice) {
        rows.move(memo);
        rows.add(memo, made);
        Invoice after = invoice == null ? null : settle.invoice(memo, made, invoice);
        outbox.publish(CreditMemoFacts.applied(memo, made, after));
        if (after != null) {
            settle.tell(invoice, after, made.at());
        }
        if (made.target() == Target.CUSTOMER_CREDIT) {
            settle.customerCredit(memo, made);
        }
        return memo;
    }

    private Invoice invoice(CreditMemo memo, ApplicationRequest wanted) {
        if (wanted.invoiceId() == null) {
            throw new Invalid("/invoiceId", "is required for the target INVOICE");
        }
        Invoice invoice =
                invoices.lock(wanted.invoiceId()).orElseThrow(() -> new NotFound("invoice", wanted.invoiceId()));
        if (!invoice.customerId().equals(memo.customerId())
                || !invoice.legalEntityId().equals(memo.legalEntityId())
                || !invoice.currency().equals(memo.currency())) {
            throw new Invalid("/invoiceId", "must be an invoice of the same customer, legal entity and currency");
        }
        return invoice;
    }

    private static Money part(CreditMemo memo, Invoice invoice, Money wanted) {
        if (wanted != null && !wanted.currency().equals(memo.currency())) {
            throw new Invalid("/amount/currency", "must be " + memo.currency() + ", as the memo");
        }
        if (invoice == null) {
            return wanted == null ? memo.open() : wanted;
        }
        if (wanted != null && wanted.compareTo(invoice.open()) > 0) {
            throw new CreditExceedsOpen(invoice.number(), wanted, invoice.open());
        }
        return wanted == null ? memo.open().min(invoice.open()) : wanted;
    }
}
