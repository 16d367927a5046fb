package io.counterfoil.billing.amendment;

import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What of a subscription waits for the next invoice and is told as earned meanwhile, without the tax that its price includes. */
@Dependent
class WaitingLines {

    private final PendingItems pending;
    private final Invoices invoices;

    @Inject
    WaitingLines(PendingItems pending, Invoices invoices) {
        this.pending = pending;
        this.invoices = invoices;
    }

    List<PendingLine> of(SubscriptionCase of, LocalDate today) {
        UUID own = of.subscription().subscriptionId();
        List<BillableItem> items = pending.of(of.account().agreement().agreementId()).stream()
                .filter(item ->
                        own.equals(item.subscriptionId()) && !item.dueOn().isAfter(today))
                .filter(PendingItems::isEarnedWaiting)
                .toList();
        List<Money> nets = invoices.nets(of.account().agreement(), items, today);
        return IntStream.range(0, items.size())
                .mapToObj(i -> line(items.get(i), nets.get(i)))
                .toList();
    }

    private static PendingLine line(BillableItem item, Money net) {
        return new PendingLine(
                item.itemId(),
                item.type().name(),
                item.originalLineId(),
                item.productId(),
                item.chargeId(),
                item.performanceObligationId(),
                item.revenueTreatment().name(),
                item.period(),
                item.quantity().value().toPlainString(),
                net,
                item.dueOn());
    }
}
