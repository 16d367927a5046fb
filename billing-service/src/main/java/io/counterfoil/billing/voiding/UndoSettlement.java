package io.counterfoil.billing.voiding;

import io.counterfoil.billing.collection.AttemptUnderway;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditExpired;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceLine;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.billing.invoice.Settlement.Kind;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Refuses where something stands on the invoice, and undoes what may be undone: credit that it used, credit that it made. */
@Dependent
class UndoSettlement {

    private static final Set<Kind> MONEY = EnumSet.of(Kind.CASH, Kind.DISCOUNT, Kind.DIFFERENCE);

    private final Invoices invoices;
    private final CustomerCredits credits;
    private final Obstacles obstacles;

    @Inject
    UndoSettlement(Invoices invoices, CustomerCredits credits, Obstacles obstacles) {
        this.invoices = invoices;
        this.credits = credits;
        this.obstacles = obstacles;
    }

    /** The invoice as if credit had never touched it, and what came back. */
    record Undone(Invoice invoice, List<CreditUse> returned) {

        boolean afterWriteOff() {
            return invoice.state() == InvoiceState.WRITTEN_OFF;
        }
    }

    Undone undo(Invoice invoice, Voiding voiding) {
        List<Settlement> settlements = invoices.settlements(invoice);
        withdrawMade(invoice, voiding);
        List<CreditUse> returned = credits.giveBack(invoice.invoiceId(), voiding.day(), voiding.at());
        List<Settlement> opened = Stream.concat(
                        returned.stream()
                                .filter(use -> use.kind() == CreditKind.CUSTOMER_CREDIT)
                                .map(use -> Settlement.of(
                                        use.applicationId(),
                                        invoice,
                                        Kind.CUSTOMER_CREDIT,
                                        use.amount(),
                                        use.creditId(),
                                        voiding.day(),
                                        voiding.at())),
                        balance(invoice, settlements, voiding))
                .toList();
        if (opened.isEmpty()) {
            return new Undone(invoice, returned);
        }
        Invoice open = invoice.settle(opened);
        invoices.settled(List.of(open), opened);
        return new Undone(open, returned);
    }

    /** Refuses where something stands on the invoice. */
    void refuse(Invoice invoice) {
        List<Settlement> settlements = invoices.settlements(invoice);
        if (!sum(invoice, settlements, MONEY).isZero()) {
            throw new CashIsApplied(invoice.number());
        }
        if (!sum(invoice, settlements, EnumSet.of(Kind.CREDIT_MEMO)).isZero()) {
            throw new MemoIsApplied(invoice.number());
        }
        if (invoice.state() != InvoiceState.WRITTEN_OFF
                && !sum(invoice, settlements, EnumSet.of(Kind.WRITE_OFF)).isZero()) {
            throw new PartIsWrittenOff(invoice.number());
        }
        if (invoices.isRepaired(invoice)) {
            throw new RepairedByLaterInvoice(invoice.number());
        }
        if (obstacles.isDisputed(invoice)) {
            throw new InvoiceIsDisputed(invoice.number());
        }
        if (obstacles.isHeldByMemo(invoice)) {
            throw new MemoInTheMaking(invoice.number());
        }
        obstacles.attempt(invoice).ifPresent(attempt -> {
            throw new AttemptUnderway(attempt);
        });
    }

    /** Whether the invoice has made credit: a negative one, or one that sold prepaid credit. */
    boolean hasMadeCredit(Invoice invoice) {
        return !credits.madeBy(sources(invoice)).isEmpty();
    }

    private List<UUID> sources(Invoice invoice) {
        List<UUID> sources = new ArrayList<>(List.of(invoice.invoiceId()));
        invoices.lines(invoice).stream().map(InvoiceLine::lineId).forEach(sources::add);
        return sources;
    }

    private void withdrawMade(Invoice invoice, Voiding voiding) {
        for (Credit credit : credits.madeBy(sources(invoice))) {
            if (!credit.remaining().equals(credit.amount()) || credits.isBeingPaidOut(credit)) {
                throw new MadeCreditIsUsed(invoice.number());
            }
            String who = Correlation.current().actor();
            credits.end(credit, CreditExpired.Cause.WITHDRAWN, who, voiding.day(), voiding.at());
        }
    }

    /** A negative invoice had been settled by becoming credit. */
    private static Stream<Settlement> balance(Invoice invoice, List<Settlement> settlements, Voiding voiding) {
        Money balance = sum(invoice, settlements, EnumSet.of(Kind.BALANCE));
        return balance.isZero()
                ? Stream.empty()
                : Stream.of(Settlement.of(
                        voiding.act(),
                        invoice,
                        Kind.BALANCE,
                        balance.negated(),
                        voiding.act(),
                        voiding.day(),
                        voiding.at()));
    }

    private static Money sum(Invoice invoice, List<Settlement> settlements, Set<Kind> kinds) {
        return settlements.stream()
                .filter(settlement -> kinds.contains(settlement.kind()))
                .map(Settlement::amount)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }
}
