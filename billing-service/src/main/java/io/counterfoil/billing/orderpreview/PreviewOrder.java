package io.counterfoil.billing.orderpreview;

import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.ComposedBill;
import io.counterfoil.billing.invoice.InvoiceLine;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.orderpreview.OrderPreviewJson.InvoiceView;
import io.counterfoil.billing.orderpreview.OrderPreviewJson.LineView;
import io.counterfoil.billing.orderpreview.OrderPreviewJson.Preview;
import io.counterfoil.billing.orderpreview.OrderPreviewJson.Wanted;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Bills an order that nobody has placed, invoice by invoice to the end of its term, by the rules of the billing run. */
@UseCase
class PreviewOrder {

    /** Ten years by the month, with something to spare for lines that begin on days of their own. */
    private static final int MOST_INVOICES = 400;

    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    PreviewOrder(Subscriptions subscriptions, Invoices invoices, LegalEntities entities, BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.entities = entities;
        this.clock = clock;
    }

    Preview handle(Wanted wanted) {
        LocalDate today = entities.byId(wanted.legalEntityId()).dateAt(clock.now());
        UUID orderId = EventIds.next();
        Account account = subscriptions.drawUp(
                wanted.asOrder(orderId), Correlation.current().correlationId(), orderId);
        List<ComposedBill> bills = invoices.preview(bills(account, today));
        Money zero = Money.zero(wanted.currency());
        return new Preview(
                wanted.currency(),
                sum(bills, ComposedBill::net, zero),
                sum(bills, ComposedBill::tax, zero),
                sum(bills, ComposedBill::total, zero),
                bills.stream().map(PreviewOrder::view).toList());
    }

    private static List<Bill> bills(Account agreed, LocalDate today) {
        List<Bill> bills = new ArrayList<>();
        Account account = agreed;
        Cause cause = Cause.continuing(agreed.agreement().correlationId());
        Optional<LocalDate> next = nextDay(account, today);
        while (next.isPresent() && bills.size() < MOST_INVOICES) {
            LocalDate day = next.get();
            List<BillableItem> items = account.dueBy(day);
            if (!items.isEmpty()) {
                bills.add(new Bill(account.agreement(), items, day, EventIds.next(), cause));
            }
            account = account.billedBy(day);
            next = nextDay(account, day.plusDays(1));
        }
        return bills;
    }

    /** Something without an end is looked at no further than its first invoices. */
    private static Optional<LocalDate> nextDay(Account account, LocalDate earliest) {
        return account.charges().stream()
                .filter(charge -> charge.nextDue() != null)
                .filter(charge -> charge.endDate() != null || charge.billedOn() == null)
                .map(charge -> charge.nextDue().isBefore(earliest) ? earliest : charge.nextDue())
                .min(LocalDate::compareTo);
    }

    private static InvoiceView view(ComposedBill composed) {
        return new InvoiceView(
                composed.bill().day(),
                composed.net(),
                composed.tax(),
                composed.total(),
                composed.lines().stream().map(PreviewOrder::view).toList());
    }

    private static LineView view(InvoiceLine line) {
        BillableItem item = line.item();
        return new LineView(
                item.orderLineId() == null ? 0 : (int) item.orderLineId().getLeastSignificantBits(),
                item.type(),
                item.productId(),
                item.description(),
                item.period(),
                item.quantity().value().toPlainString(),
                item.unitPrice().value().toPlainString(),
                item.net(),
                line.taxRate() == null ? null : line.taxRate().toString(),
                line.tax());
    }

    private static Money sum(List<ComposedBill> bills, Function<ComposedBill, Money> part, Money zero) {
        return bills.stream().map(part).reduce(zero, Money::plus);
    }
}
