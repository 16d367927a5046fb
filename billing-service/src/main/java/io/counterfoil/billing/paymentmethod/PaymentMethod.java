package io.counterfoil.billing.paymentmethod;

import java.util.UUID;

/**
 * A customer's stored payment method.
 *
 * @param gatewayCustomer the gateway's id of the customer
 * @param gatewayMethod the gateway's id of the card or mandate
 */
public record PaymentMethod(
        UUID customerId, String gateway, String gatewayCustomer, String gatewayMethod, int version) {

    PaymentMethod withVersion(int number) {
        return new PaymentMethod(customerId, gateway, gatewayCustomer, gatewayMethod, number);
    }
}
