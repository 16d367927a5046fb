package io.counterfoil.order.contract;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How orders become contracts, in the caller's transaction. */
@Dependent
public class ContractBook {

    private final Contracts contracts;
    private final Outbox outbox;
    private final Event<ContractEnded> ending;

    @Inject
    ContractBook(Contracts contracts, Outbox outbox, Event<ContractEnded> ending) {
        this.contracts = contracts;
        this.outbox = outbox;
        this.ending = ending;
    }

    /** Makes a contract of an order's terms and tells of it; returns its id. Its version is 1. */
    public UUID sign(ContractTerms terms) {
        Contract contract = Contract.sign(EventIds.next(), contracts.nextNumber(), terms);
        contracts.add(contract);
        outbox.publish(contract.signed(terms.soldTogether()));
        return contract.contractId();
    }

    /** A contract as callers see it. */
    public ContractJson show(UUID contractId) {
        return ContractJson.of(contracts.find(contractId).orElseThrow(() -> new NotFound("contract", contractId)));
    }

    /** An amendment of it is in effect: its next version, and the fact. */
    public void amended(UUID contractId, UUID amendmentId, String kind, UUID lineId, LocalDate effectiveDate) {
        Contract contract = contracts.forChange(contractId);
        outbox.publish(contract.amended(amendmentId, kind, lineId, effectiveDate));
    }

    /** The contract of an order; empty as long as it is not accepted. */
    public Optional<ContractJson> ofOrder(UUID orderId) {
        return contracts.after(null, orderId, null, 1).stream().findFirst().map(ContractJson::of);
    }

    /** It ends before its term, or at it. Those who have something under way for it hear of it within the transaction. */
    public void ended(UUID contractId, LocalDate effectiveDate, String reason) {
        ContractEnded ended = contracts.forChange(contractId).ended(effectiveDate, reason);
        outbox.publish(ended);
        ending.fire(ended);
    }

    /** It has a further term. */
    public void renewed(UUID contractId, UUID renewalId, LocalDate periodStart, int termMonths, String upliftPercent) {
        outbox.publish(contracts.forChange(contractId).renewed(renewalId, periodStart, termMonths, upliftPercent));
    }
}
