package io.counterfoil.order.contract;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes a contract of an order's terms and tells of it. */
@UseCase
public class SignContract {

    private final Contracts contracts;
    private final Outbox outbox;

    @Inject
    SignContract(Contracts contracts, Outbox outbox) {
        this.contracts = contracts;
        this.outbox = outbox;
    }

    /** The new contract's id; its version is 1. */
    public UUID handle(ContractTerms terms) {
        Contract contract = Contract.sign(EventIds.next(), contracts.nextNumber(), terms);
        contracts.add(contract);
        outbox.publish(contract.signed());
        return contract.contractId();
    }
}
