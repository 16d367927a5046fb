package io.counterfoil.order.renewal;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.UUID;

/** A renewal as it stands now, with its contract and the deal that it came from, for a step. */
@UseCase
class LookUpRenewal {

    private final Renewals renewals;
    private final ContractBook contracts;
    private final OrderBook orders;

    @Inject
    LookUpRenewal(Renewals renewals, ContractBook contracts, OrderBook orders) {
        this.renewals = renewals;
        this.contracts = contracts;
        this.orders = orders;
    }

    Snapshot handle(UUID renewalId) {
        Renewal renewal = renewals.get(renewalId);
        return new Snapshot(
                renewal,
                contracts.show(renewal.contractId()),
                orders.show(renewal.orderId()).externalReference());
    }

    /** All of it outside of any transaction. */
    record Snapshot(Renewal renewal, ContractJson contract, ExternalReference deal) {}
}
