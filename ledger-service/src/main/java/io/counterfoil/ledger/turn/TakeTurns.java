package io.counterfoil.ledger.turn;

import io.counterfoil.common.event.BeforeHandlers;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Billing and order-service tell of one contract on two queues, and nothing keeps their facts apart: an order is cancelled while its
 * invoice is posted, both see what was before, and neither what the other does. Here each waits for the other. Customers are locked
 * too, since credits and the like bend the schedules of a contract that they don't name; the bill of a contract may go to another
 * customer than the contract's.
 */
@ApplicationScoped
class TakeTurns implements BeforeHandlers {

    private static final String SUBSCRIPTION = "io.counterfoil.billing.subscription.";
    private static final Set<String> OF_CONTRACTS = Set.of(
            "io.counterfoil.order.contract.signed.v1",
            "io.counterfoil.order.order.accepted.v1",
            "io.counterfoil.order.order.cancelled.v1",
            SUBSCRIPTION + "amended.v1",
            SUBSCRIPTION + "suspended.v1",
            SUBSCRIPTION + "resumed.v1",
            SUBSCRIPTION + "cancelled.v1",
            SUBSCRIPTION + "reckoned.v1");

    @Inject
    Turns turns;

    @Override
    public void before(List<Envelope> events) {
        Set<String> names = new TreeSet<>();
        for (Envelope event : events) {
            names.add(Turns.customer(event.partitionKey()));
            UUID contractId = contractOf(event);
            if (contractId != null) {
                names.add(Turns.contract(contractId));
            }
        }
        turns.take(names);
    }

    private static UUID contractOf(Envelope event) {
        if (event.type().equals(InvoiceIssued.TYPE)) {
            return InvoiceIssued.of(event).contractId();
        }
        return OF_CONTRACTS.contains(event.type())
                ? event.dataAs(OfContract.class).contractId()
                : null;
    }

    private record OfContract(UUID contractId) {}
}
