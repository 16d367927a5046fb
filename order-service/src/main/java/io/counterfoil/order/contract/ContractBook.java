package io.counterfoil.order.contract;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** How orders become contracts, in the caller's transaction. */
@Dependent
public class ContractBook {

    private final Contracts contracts;
    private final Outbox outbox;

    @Inject
    ContractBook(Contracts contracts, Outbox outbox) {
        this.contracts = contracts;
        this.outbox = outbox;
    }

    /** Makes a contract of an order's terms and tells of it; returns its id. Its version is 1. */
    public UUID sign(ContractTerms terms) {
        Contract contract = Contract.sign(EventIds.next(), contracts.nextNumber(), terms);
        contracts.add(contract);
        outbox.publish(contract.signed());
        return contract.contractId();
    }
}
