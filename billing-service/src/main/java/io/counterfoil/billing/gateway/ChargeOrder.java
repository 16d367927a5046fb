package io.counterfoil.billing.gateway;

import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * What the gateway is asked to take.
 *
 * @param attemptId our key: the same one takes the money once
 * @param gatewayCustomer whose stored method it is
 * @param invoiceNumber what it is for
 */
public record ChargeOrder(
        UUID attemptId,
        Money amount,
        String gatewayCustomer,
        String gatewayMethod,
        String invoiceNumber,
        UUID customerId) {}
