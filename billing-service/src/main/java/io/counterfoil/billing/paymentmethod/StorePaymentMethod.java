package io.counterfoil.billing.paymentmethod;

import io.counterfoil.billing.paymentmethod.PaymentMethodResource.Wanted;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Keeps how a customer pays; what of theirs is open is collected by it from now on. */
@UseCase
class StorePaymentMethod {

    private final PaymentMethods methods;
    private final Event<MethodStored> stored;

    @Inject
    StorePaymentMethod(PaymentMethods methods, Event<MethodStored> stored) {
        this.methods = methods;
        this.stored = stored;
    }

    PaymentMethod handle(UUID customerId, Wanted wanted, String ifMatch) {
        PaymentMethod there = methods.of(customerId).orElse(null);
        int version = there == null ? 0 : there.version();
        if (ifMatch != null) {
            ETags.require(ifMatch, version);
        }
        PaymentMethod next = new PaymentMethod(
                customerId, wanted.gateway(), wanted.gatewayCustomer(), wanted.gatewayMethod(), version);
        if (next.equals(there)) {
            return there;
        }
        PaymentMethod kept = next.withVersion(version + 1);
        methods.keep(kept);
        stored.fire(new MethodStored(customerId));
        return kept;
    }
}
