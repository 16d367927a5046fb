package io.counterfoil.order.renewal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.crm.Crm;
import io.counterfoil.order.crm.RenewalOffer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Shows the customer's account team the offer in the CRM. The CRM takes it by our key, so that a repeat makes no second one. */
@Dependent
class OfferRenewal implements StepHandler {

    static final String KIND = "offer-renewal";

    private final LookUpRenewal lookUp;
    private final RenewalPath path;
    private final Instance<Crm> crms;

    @Inject
    OfferRenewal(LookUpRenewal lookUp, RenewalPath path, @Any Instance<Crm> crms) {
        this.lookUp = lookUp;
        this.path = path;
        this.crms = crms;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID id = step.payloadAs(RenewalStep.class).renewalId();
        LookUpRenewal.Snapshot found = lookUp.handle(id);
        if (found.renewal().state() != RenewalState.OFFERING) {
            return StepOutcome.done(() -> {});
        }
        Optional<Crm> crm = crms.stream()
                .filter(one ->
                        found.deal() != null && one.system().equals(found.deal().system()))
                .findFirst();
        if (crm.isEmpty()) {
            return StepOutcome.done(() -> path.offered(id, null, null));
        }
        String record = crm.get().offer(found.deal().id(), offer(found));
        return StepOutcome.done(() -> path.offered(id, crm.get().system(), record));
    }

    @Override
    public void waived(Step step) {
        path.withdrawn(step.payloadAs(RenewalStep.class).renewalId(), "its exception was waived");
    }

    private static RenewalOffer offer(LookUpRenewal.Snapshot found) {
        Renewal renewal = found.renewal();
        String uplift = renewal.upliftPercent() == null ? "" : " (" + renewal.upliftPercent() + " %)";
        return new RenewalOffer(
                renewal.renewalNumber(),
                "Renewal of " + found.contract().contractNumber() + uplift,
                found.contract().legalEntityId(),
                found.contract().currency(),
                renewal.periodStart(),
                renewal.termMonths());
    }
}
