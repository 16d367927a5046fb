package io.counterfoil.customer.credit;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Suspends a customer whose subscriptions dunning suspends, and reinstates it when it holds none of them any more. Whom a
 * person suspended only a person reinstates.
 */
@Dependent
class FollowDunning implements EventHandler {

    private static final String BILLING = "billing";
    private static final String SUSPENDED = "io.counterfoil.billing.subscription.suspended.v1";
    private static final String RESUMED = "io.counterfoil.billing.subscription.resumed.v1";
    private static final String CANCELLED = "io.counterfoil.billing.subscription.cancelled.v1";

    private final Items items;
    private final CreditBook book;
    private final GoldenRecords records;
    private final Ownership ownership;

    @Inject
    FollowDunning(Items items, CreditBook book, GoldenRecords records, Ownership ownership) {
        this.items = items;
        this.book = book;
        this.records = records;
        this.ownership = ownership;
    }

    @Override
    public Set<String> types() {
        return Set.of(SUSPENDED, RESUMED, CANCELLED);
    }

    @Override
    public void handle(Envelope event) {
        Told told = event.dataAs(Told.class);
        boolean dunning = "DUNNING".equals(told.cause());
        if (event.type().equals(SUSPENDED) && dunning) {
            items.dunned(told.subscriptionId(), told.customerId(), true);
            suspend(told);
        } else if (event.type().equals(CANCELLED) || dunning) {
            if (items.dunned(told.subscriptionId(), told.customerId(), false) == 0) {
                reinstate(told);
            }
        }
    }

    private void suspend(Told told) {
        living(told.customerId())
                .filter(customer -> customer.state() == CustomerState.ACTIVE)
                .filter(customer -> book.terms(customer.customerId()).suspendedByDunning())
                .ifPresent(customer -> move(customer, CustomerState.SUSPENDED, told.reason()));
    }

    private void reinstate(Told told) {
        living(told.customerId())
                .filter(customer -> customer.state() == CustomerState.SUSPENDED)
                .filter(customer -> BILLING.equals(records.sourceOf(customer.customerId(), "state")))
                .ifPresent(customer -> move(customer, CustomerState.ACTIVE, "What was overdue is settled"));
    }

    private void move(GoldenRecord customer, CustomerState next, String reason) {
        String from = customer.state().name();
        Optional<String> other = ownership.ownerOfMove(from, next.name()).filter(owner -> !owner.equals(BILLING));
        if (other.isPresent()) {
            ownership.recordMove(
                    customer.customerId(), BILLING, other.get(), TextNode.valueOf(from), TextNode.valueOf(next.name()));
        } else {
            records.revise(customer.in(next), Origin.system(BILLING, null, reason));
        }
    }

    /** The customer, or in whom it lives on. One whom we don't know can't be suspended. */
    private Optional<GoldenRecord> living(UUID customerId) {
        return records.list(List.of(customerId)).stream()
                .findFirst()
                .map(found -> found.mergedInto() == null ? customerId : found.mergedInto())
                .map(records::locked);
    }

    private record Told(UUID subscriptionId, UUID customerId, String cause, String reason) {}
}
