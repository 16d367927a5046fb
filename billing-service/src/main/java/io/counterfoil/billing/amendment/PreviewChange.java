package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.LineView;
import io.counterfoil.billing.amendment.ChangeJson.PreviewView;
import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.billing.invoice.ComposedBill;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.money.Money;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Says what a change would bill, to the cent, and what it would do to later invoices; nothing is stored. */
@UseCase
class PreviewChange {

    private final SubscriptionCases cases;
    private final ResolveChange resolve;
    private final Amendments amendments;
    private final WriteAmendment writing;
    private final Invoices invoices;
    private final PendingItems pending;

    @Inject
    PreviewChange(
            SubscriptionCases cases,
            ResolveChange resolve,
            Amendments amendments,
            WriteAmendment writing,
            Invoices invoices,
            PendingItems pending) {
        this.pending = pending;
        this.cases = cases;
        this.resolve = resolve;
        this.amendments = amendments;
        this.writing = writing;
        this.invoices = invoices;
    }

    PreviewView handle(UUID subscriptionId, Wanted wanted) {
        SubscriptionCase of = cases.of(subscriptionId);
        LocalDate today = cases.today(of);
        Change change = resolve.resolve(of, wanted, today);
        Effects effects = amendments.effects(of, change, today, resolve.waitsForNext(of, today));
        List<ComposedBill> bills = invoices.preview(
                writing.bill(effects, change.changeId()).stream().toList());
        Money zero = Money.zero(of.account().agreement().currency());
        return new PreviewView(
                change.kind(),
                change.effectiveDate(),
                bills.isEmpty() ? null : today,
                bills.stream()
                        .flatMap(bill -> bill.lines().stream())
                        .map(line -> line(line.item(), line.tax()))
                        .toList(),
                Stream.concat(effects.waiting().stream(), effects.later().stream())
                        .map(item -> line(item, null))
                        .toList(),
                bills.stream().map(ComposedBill::net).findFirst().orElse(zero),
                bills.stream().map(ComposedBill::tax).findFirst().orElse(zero),
                bills.stream().map(ComposedBill::total).findFirst().orElse(zero),
                LaterInvoices.of(effects, waits(of), zero));
    }

    /** What earlier changes of the subscription have waiting: a change reckons it anew. */
    private List<BillableItem> waits(SubscriptionCase of) {
        UUID own = of.subscription().subscriptionId();
        return pending.of(of.account().agreement().agreementId()).stream()
                .filter(item -> own.equals(item.subscriptionId()) && PendingItems.isReckoned(item))
                .toList();
    }

    private static LineView line(BillableItem item, Money tax) {
        return new LineView(
                item.type(),
                item.productId(),
                item.description(),
                item.chargeId(),
                item.period(),
                item.quantity().value().toPlainString(),
                item.unitPrice().value().toPlainString(),
                item.net(),
                tax,
                item.originalLineId(),
                item.dueOn());
    }
}
