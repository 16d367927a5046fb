package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.subscription.OrderAccepted;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Routes;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes accepted orders, a set at a time: subscriptions, and the first invoice where the start date has come. */
@Dependent
class BillAcceptedOrders implements EventHandler {

    private final Subscriptions subscriptions;
    private final BillDue billing;
    private final Routes routes;
    private final Outbox outbox;

    @Inject
    BillAcceptedOrders(Subscriptions subscriptions, BillDue billing, Routes routes, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.billing = billing;
        this.routes = routes;
        this.outbox = outbox;
    }

    @Override
    public Set<String> types() {
        return Set.of(OrderAccepted.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        Map<UUID, Cause> causes = run.stream().collect(Collectors.toMap(Envelope::id, Cause::of, (one, same) -> one));
        billing.bill(
                subscriptions.start(run),
                account -> causes.get(account.agreement().acceptedEventId()));
    }

    /** Tells order-service, so that the order is held and not silently stuck; with the team that got the exception. */
    @Override
    public void parked(Envelope event, Refusal reason) {
        OrderRefusedByBilling.Order.of(event)
                .ifPresent(order -> outbox.publish(
                        order.refused(reason, routes.of(reason.trouble()).team())));
    }

    /** Nobody will bill it: the last word on the order. */
    @Override
    public void waived(Envelope event, Trouble trouble) {
        OrderRefusedByBilling.Order.of(event).ifPresent(order -> outbox.publish(order.refusedFinally(trouble)));
    }
}
