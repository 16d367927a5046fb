package io.counterfoil.billing.voiding;

import io.counterfoil.billing.creditmemo.CreditMemos;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.InvoiceVoided.Mode;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes an issued invoice back, by a void or by a credit note, as the policy of its contract says. */
@UseCase
class VoidInvoice {

    private final Invoices invoices;
    private final UndoSettlement undo;
    private final BillAgain again;
    private final CreditMemos memos;
    private final Policies policies;
    private final LegalEntities entities;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    VoidInvoice(
            Invoices invoices,
            UndoSettlement undo,
            BillAgain again,
            CreditMemos memos,
            Policies policies,
            LegalEntities entities,
            Outbox outbox,
            BusinessClock clock) {
        this.invoices = invoices;
        this.undo = undo;
        this.again = again;
        this.memos = memos;
        this.policies = policies;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    Invoice handle(UUID invoiceId, VoidingRequest wanted) {
        Invoice invoice = invoices.lock(invoiceId).orElseThrow(() -> new NotFound("invoice", invoiceId));
        if (invoice.state() == InvoiceState.VOID || invoice.state() == InvoiceState.CREDITED) {
            throw new IllegalMove(
                    "Invoice " + invoice.number(),
                    invoice.state(),
                    "be voided",
                    invoice.state().moves());
        }
        return Correlation.within(
                Correlation.current().continuing(invoice.correlationId()), () -> takeBack(invoice, wanted));
    }

    private Invoice takeBack(Invoice invoice, VoidingRequest wanted) {
        Instant now = clock.now();
        UUID act = EventIds.next();
        Voiding voiding =
                new Voiding(act, entities.byId(invoice.legalEntityId()).dateAt(now), now);
        PolicyValue mode = policies.value(
                PolicyName.VOID_MODE,
                Scope.of(invoice.legalEntityId(), invoice.order().contractId()),
                voiding.day());
        Map<String, String> versions = Map.of(mode.policy().text(), mode.reference());
        undo.refuse(invoice);
        if (mode.as(Mode.class) == Mode.CREDIT_NOTE && canBeCredited(invoice)) {
            return byCreditNote(invoice, wanted, voiding, versions);
        }
        UndoSettlement.Undone undone = undo.undo(invoice, voiding);
        Invoice after = invoices.voided(undone.invoice(), act, voiding.day(), now);
        again.billable(invoices.lines(invoice), voiding);
        outbox.publish(VoidedFact.of(undone, invoices.lines(invoice), wanted, voiding, versions), act);
        return after;
    }

    /** A credit note is over something, and on what nobody has given up; credit that was sold or made is withdrawn by a void. */
    private boolean canBeCredited(Invoice invoice) {
        return invoice.payable().plus(invoice.prepaid()).isPositive()
                && invoice.state() != InvoiceState.WRITTEN_OFF
                && !undo.hasMadeCredit(invoice);
    }

    /** The invoice stays, a credit note over all of it stands against it; credit that had paid it is credit again. */
    private Invoice byCreditNote(
            Invoice invoice, VoidingRequest wanted, Voiding voiding, Map<String, String> versions) {
        memos.creditNote(invoice, wanted.reasonCode(), wanted.reason(), versions);
        again.billable(invoices.lines(invoice), voiding);
        invoices.billable(invoice);
        return invoices.lock(invoice.invoiceId()).orElseThrow();
    }
}
