package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditgrant.PayOpenInvoices;
import io.counterfoil.billing.creditmemo.MemoRows.Application;
import io.counterfoil.billing.creditmemo.Settled.Target;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditOrigin;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
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

/** What a memo owes settles an invoice or becomes credit of the customer; a void takes both back. */
@Dependent
class SettleByMemo {

    private final Invoices invoices;
    private final CustomerCredits credits;
    private final PayOpenInvoices open;
    private final Outbox outbox;

    @Inject
    SettleByMemo(Invoices invoices, CustomerCredits credits, PayOpenInvoices open, Outbox outbox) {
        this.invoices = invoices;
        this.credits = credits;
        this.open = open;
        this.outbox = outbox;
    }

    /** What an application concerns: the invoice, or the credit that it makes. */
    static UUID targetId(Target target, UUID applicationId, Invoice invoice) {
        return switch (target) {
            case INVOICE -> invoice.invoiceId();
            case CUSTOMER_CREDIT -> EventIds.derived(applicationId, "credit");
            case REFUND, EXTERNAL -> null;
        };
    }

    /** Settles the invoice, or (with an amount below zero) opens it again. */
    Invoice invoice(CreditMemo memo, Application application, Invoice invoice) {
        Settlement by = Settlement.of(
                application.applicationId(),
                invoice,
                Settlement.Kind.CREDIT_MEMO,
                application.amount(),
                memo.creditMemoId(),
                application.day(),
                application.at());
        Invoice after = invoice.settle(List.of(by));
        invoices.settled(List.of(after), List.of(by));
        return after;
    }

    /** Tells that nothing is open any more. */
    void tell(Invoice before, Invoice after, Instant at) {
        if (before.state() != InvoiceState.PAID && after.state() == InvoiceState.PAID) {
            outbox.publish(after.paid(at));
        }
    }

    void customerCredit(CreditMemo memo, Application application) {
        Credit credit = new Credit(
                application.targetId(),
                memo.legalEntityId(),
                memo.customerId(),
                CreditKind.CUSTOMER_CREDIT,
                CreditOrigin.CREDIT_MEMO,
                application.applicationId(),
                memo.number(),
                Credit.State.GRANTED,
                application.amount(),
                application.amount(),
                Money.zero(memo.currency()),
                memo.why().reasonCode(),
                memo.why().reason(),
                null,
                Credit.USUAL_PRIORITY,
                memo.why().requestedBy(),
                memo.why().approvedBy(),
                application.day(),
                application.at(),
                memo.correlationId(),
                1);
        credits.add(credit, Map.of());
        open.pay(credit, application.day(), application.at());
    }

    /** Takes credit back that a memo had made; refused when some of it was used. */
    void takeBack(CreditMemo memo, Application application) {
        Credit credit = credits.lock(application.targetId()).orElseThrow();
        if (!credit.remaining().equals(credit.amount()) || credits.isBeingPaidOut(credit)) {
            throw new MemoInUse(memo.number(), "customer credit that it made was used");
        }
        credits.cancel(credit);
    }

    Application reversed(Application application, LocalDate day, Instant at) {
        return new Application(
                EventIds.derived(application.applicationId(), "void"),
                application.target(),
                application.targetId(),
                application.amount().negated(),
                false,
                day,
                at);
    }
}
