package io.counterfoil.billing.paymentmethod;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import jakarta.inject.Inject;
import java.util.UUID;

/** Forgets how a customer pays: nothing is collected any more. What is under way ends as it ends. */
@UseCase
class RemovePaymentMethod {

    private final PaymentMethods methods;

    @Inject
    RemovePaymentMethod(PaymentMethods methods) {
        this.methods = methods;
    }

    void handle(UUID customerId) {
        if (!methods.remove(customerId)) {
            throw new NotFound("payment method of customer", customerId);
        }
    }
}
