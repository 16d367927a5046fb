package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.billing.payment.ReversalRows.Standing;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes the cash of a payment off its invoices, the latest application first, within the caller's transaction. */
@Dependent
class TakeCashBack {

    private final ReversalRows reversals;
    private final Invoices invoices;

    @Inject
    TakeCashBack(ReversalRows reversals, Invoices invoices) {
        this.reversals = reversals;
        this.invoices = invoices;
    }

    /**
     * One act that takes cash back.
     *
     * @param invoiceId the only invoice that is concerned; null is all
     * @param reopens true when the invoices owe it again
     * @param terms true when the discount and the difference that went with it are taken back, too
     */
    record Act(
            UUID id, ReversalCause cause, UUID invoiceId, boolean reopens, boolean terms, LocalDate day, Instant at) {}

    /** Takes up to an amount; answers what was found. */
    List<Taken> take(Payment payment, Money wanted, Act act) {
        Money left = wanted;
        List<Taken> taken = new ArrayList<>();
        List<PaymentReversal> rows = new ArrayList<>();
        for (Standing standing : reversals.standing(payment)) {
            boolean concerned = act.invoiceId() == null || act.invoiceId().equals(standing.invoiceId());
            if (left.isPositive() && concerned) {
                Money part = left.min(standing.amount());
                PaymentReversal row = reversal(payment, standing, part, act);
                rows.add(row);
                taken.add(new Taken(standing.applicationId(), reopened(row), part, row.discount(), row.difference()));
                left = left.minus(part);
            }
        }
        reversals.addAll(rows);
        return taken;
    }

    /** What would be taken; nothing is changed. */
    List<Taken> standing(Payment payment, Money wanted, UUID invoiceId) {
        Money left = wanted;
        List<Taken> found = new ArrayList<>();
        for (Standing standing : reversals.standing(payment)) {
            if (left.isPositive() && (invoiceId == null || invoiceId.equals(standing.invoiceId()))) {
                Money part = left.min(standing.amount());
                Invoice invoice = invoices.lock(standing.invoiceId()).orElseThrow();
                found.add(
                        new Taken(standing.applicationId(), invoice, part, standing.discount(), standing.difference()));
                left = left.minus(part);
            }
        }
        return found;
    }

    /** Takes exactly one application back, with its discount and difference. */
    Taken application(Payment payment, UUID applicationId, Act act) {
        Standing standing = reversals.standing(payment).stream()
                .filter(one -> one.applicationId().equals(applicationId))
                .findFirst()
                .orElseThrow(() -> new NotFoundApplication(applicationId));
        PaymentReversal row = reversal(payment, standing, standing.amount(), act);
        Invoice after = reopened(row);
        reversals.addAll(List.of(row));
        return new Taken(applicationId, after, row.amount(), row.discount(), row.difference());
    }

    /** Gives back what an act took, as far as the invoices still owe it. */
    List<Taken> giveAgain(UUID actId, LocalDate day, Instant at) {
        List<Taken> given = new ArrayList<>();
        List<PaymentReversal> rows = new ArrayList<>();
        for (PaymentReversal taken : reversals.of(actId)) {
            Invoice invoice = invoices.lock(taken.invoiceId()).orElseThrow();
            Money part = taken.reopens() ? taken.amount().min(invoice.open()) : taken.amount();
            if (part.isPositive()) {
                PaymentReversal row = again(taken, part, day, at);
                rows.add(row);
                given.add(new Taken(
                        taken.applicationId(),
                        reopened(row),
                        part,
                        Money.zero(part.currency()),
                        Money.zero(part.currency())));
            }
        }
        reversals.addAll(rows);
        return given;
    }

    /** True when an act opened invoices again. */
    boolean reopened(UUID actId) {
        return reversals.of(actId).stream().anyMatch(PaymentReversal::reopens);
    }

    private Invoice reopened(PaymentReversal row) {
        Invoice invoice = invoices.lock(row.invoiceId()).orElseThrow();
        if (!row.reopens()) {
            return invoice;
        }
        List<Settlement> by = Stream.of(
                        settlement(row, invoice, Settlement.Kind.CASH, row.amount()),
                        settlement(row, invoice, Settlement.Kind.DISCOUNT, row.discount()),
                        settlement(row, invoice, Settlement.Kind.DIFFERENCE, row.difference()))
                .filter(settlement -> !settlement.amount().isZero())
                .toList();
        Invoice after = invoice.settle(by);
        invoices.settled(List.of(after), by);
        return after;
    }

    private static Settlement settlement(PaymentReversal row, Invoice invoice, Settlement.Kind kind, Money amount) {
        return Settlement.of(
                row.reversalId(),
                invoice,
                kind,
                amount.negated(),
                row.paymentId(),
                row.effectiveDate(),
                row.effectiveAt());
    }

    private static PaymentReversal reversal(Payment payment, Standing standing, Money part, Act act) {
        Money zero = Money.zero(part.currency());
        boolean whole = act.terms() && part.equals(standing.amount());
        return new PaymentReversal(
                EventIds.derived(act.id(), act.cause() + " " + standing.applicationId()),
                standing.applicationId(),
                payment.paymentId(),
                standing.invoiceId(),
                act.id(),
                act.cause(),
                act.reopens(),
                part,
                whole ? standing.discount() : zero,
                whole ? standing.difference() : zero,
                act.day(),
                act.at());
    }

    private static PaymentReversal again(PaymentReversal taken, Money part, LocalDate day, Instant at) {
        Money zero = Money.zero(part.currency());
        return new PaymentReversal(
                EventIds.derived(taken.reversalId(), ReversalCause.WON.name()),
                taken.applicationId(),
                taken.paymentId(),
                taken.invoiceId(),
                taken.actId(),
                ReversalCause.WON,
                taken.reopens(),
                part.negated(),
                zero,
                zero,
                day,
                at);
    }
}
