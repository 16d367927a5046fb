package io.counterfoil.customer.dunning;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Suspends and reinstates customers in the name of dunning, unless the terms or the ownership matrix say otherwise. */
@Dependent
public class Dunning {

    /** On whose word dunning suspends. */
    private static final String BILLING = "billing";

    private final DunnedSubscriptions dunned;
    private final GoldenRecords records;
    private final Ownership ownership;

    @Inject
    public Dunning(DunnedSubscriptions dunned, GoldenRecords records, Ownership ownership) {
        this.dunned = dunned;
        this.records = records;
        this.ownership = ownership;
    }

    /** Suspends the customer, or in whom it lives on, if anything is held of it. */
    public void suspend(UUID customerId, String reason) {
        living(customerId)
                .filter(customer -> customer.state() == CustomerState.ACTIVE)
                .filter(customer -> dunned.isAnyHeldOf(customer.customerId()))
                .filter(customer -> dunned.maySuspend(customer.customerId()))
                .ifPresent(customer -> move(customer, CustomerState.SUSPENDED, reason));
    }

    /** Reinstates the customer, or in whom it lives on, if dunning has suspended it and nothing is held of it any more. */
    public void reinstate(UUID customerId) {
        living(customerId)
                .filter(this::hasSuspended)
                .filter(customer -> !dunned.isAnyHeldOf(customer.customerId()))
                .ifPresent(customer -> move(customer, CustomerState.ACTIVE, "What was overdue is settled"));
    }

    /** Whether the customer is suspended, and on the word of dunning. */
    public boolean hasSuspended(GoldenRecord customer) {
        return customer.state() == CustomerState.SUSPENDED
                && BILLING.equals(records.sourceOf(customer.customerId(), "state"));
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

    /** Locked, before anybody looks at what is held of it: of two that change that, the second sees both. */
    private Optional<GoldenRecord> living(UUID customerId) {
        Optional<GoldenRecord> found = dunned.survivorOf(customerId).map(records::locked);
        return found.map(GoldenRecord::mergedInto).isPresent() ? living(customerId) : found;
    }
}
