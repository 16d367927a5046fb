package io.counterfoil.order.renewal;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The moves of a renewal and what follows from each, in the caller's transaction. */
@Dependent
class RenewalPath {

    private final Renewals renewals;
    private final ContractBook contracts;
    private final ProcessBook processes;
    private final Journeys journeys;
    private final Steps steps;

    @Inject
    RenewalPath(Renewals renewals, ContractBook contracts, ProcessBook processes, Journeys journeys, Steps steps) {
        this.renewals = renewals;
        this.contracts = contracts;
        this.processes = processes;
        this.journeys = journeys;
        this.steps = steps;
    }

    /** The time to renew has come. */
    void begin(RenewalTerms terms) {
        ContractJson contract = contracts.show(terms.contractId());
        String business = processes.correlationId(contract.orderId());
        Correlation.within(Correlation.current().continuing(business), () -> {
            Renewal renewal = new Renewal(EventIds.next(), renewals.nextNumber(), contract, terms, business);
            renewals.add(renewal);
            journeys.begin(ProcessKind.RENEWAL, renewal.renewalId(), "the term ends on " + terms.termEnd());
            if (renewal.mode() == RenewalMode.AUTO) {
                accept(renewal, "it renews by itself");
            } else {
                schedule(OfferRenewal.KIND, renewal);
            }
        });
    }

    /** The customer can see the offer. */
    void offered(UUID renewalId, String system, String recordId) {
        Renewal renewal = renewals.forChange(renewalId);
        if (renewal.state() == RenewalState.OFFERING) {
            renewal.offered(system, recordId);
            moved(renewal, recordId == null ? "offered" : "offered in " + system + " by " + recordId);
        }
    }

    void accept(Renewal renewal, String cause) {
        to(renewal, RenewalState.RENEWING, cause);
        schedule(ExtendSubscriptions.KIND, renewal);
    }

    /** billing-service has extended every subscription. */
    void renewed(UUID renewalId) {
        Renewal renewal = renewals.forChange(renewalId);
        if (renewal.state() == RenewalState.RENEWING) {
            to(renewal, RenewalState.RENEWED, "extended by billing");
            renewals.terms(renewal.contractId())
                    .ifPresent(terms -> renewals.write(terms.renewed(renewal.termMonths())));
            contracts.renewed(
                    renewal.contractId(),
                    renewalId,
                    renewal.periodStart(),
                    renewal.termMonths(),
                    renewal.upliftPercent());
        }
    }

    /** It comes to nothing: the contract ends with its term. */
    void ended(Renewal renewal, RenewalState how, String why) {
        to(renewal, how, why);
        contracts.ended(renewal.contractId(), renewal.periodStart(), why);
    }

    /** Nothing can be extended: the contract ends with its term. */
    void withdrawn(UUID renewalId, String why) {
        Renewal renewal = renewals.forChange(renewalId);
        if (renewal.state() == RenewalState.RENEWING || renewal.state() == RenewalState.OFFERING) {
            ended(renewal, RenewalState.WITHDRAWN, why);
        }
    }

    /** The term ends on another day than was known: the contract renews then. */
    void termMoved(UUID renewalId, LocalDate end) {
        Renewal renewal = renewals.forChange(renewalId);
        if (renewal.state() == RenewalState.RENEWING) {
            to(renewal, RenewalState.WITHDRAWN, "the term ends on " + end);
            renewals.terms(renewal.contractId()).ifPresent(terms -> renewals.write(terms.endingOn(end)));
        }
    }

    void to(Renewal renewal, RenewalState next, String cause) {
        renewal.reached(next);
        moved(renewal, cause);
    }

    private void moved(Renewal renewal, String cause) {
        journeys.move(
                ProcessKind.RENEWAL,
                renewal.renewalId(),
                renewal.state().name(),
                cause,
                renewal.periodStart().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void schedule(String kind, Renewal renewal) {
        steps.schedule(kind, renewal.renewalId().toString(), new RenewalStep(renewal.renewalId()));
    }
}
