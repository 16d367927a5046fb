package io.counterfoil.billing.payer;

import io.counterfoil.billing.payer.BillingProfileResource.Wanted;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;
import java.util.UUID;

/** Says who pays for a customer, and its segment. A payer pays for itself: hierarchies have two levels. */
@UseCase
class NameBillingProfile {

    private final Payers payers;

    @Inject
    NameBillingProfile(Payers payers) {
        this.payers = payers;
    }

    BillingProfile handle(UUID customerId, Wanted wanted, String ifMatch) {
        BillingProfile there = payers.profile(customerId);
        if (ifMatch != null) {
            ETags.require(ifMatch, there.version());
        }
        UUID payer = wanted.payerId() == null ? customerId : wanted.payerId();
        BillingProfile next = new BillingProfile(customerId, payer, wanted.segment(), wanted.zone(), there.version());
        if (next.equals(there)) {
            return there;
        }
        if (!next.paysItself()) {
            refuseChain(next);
        }
        BillingProfile kept =
                new BillingProfile(customerId, payer, wanted.segment(), wanted.zone(), there.version() + 1);
        payers.keep(kept);
        return kept;
    }

    private void refuseChain(BillingProfile child) {
        boolean payerIsPaidFor = !payers.profile(child.payerId()).paysItself();
        boolean paysForOthers = payers.paidBy(child.customerId()).stream().anyMatch(other -> !other.paysItself());
        if (payerIsPaidFor || paysForOthers) {
            throw new PayerIsPaidFor(child.customerId(), child.payerId());
        }
    }
}
