package io.counterfoil.billing.dispute;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is told of a dispute, all of it each time: the first message opens it, whichever it is.
 *
 * @param paymentReference the gateway's own id of the payment
 * @param reference the gateway's own id of the dispute
 * @param state where it stands now
 */
public record DisputeTold(
        String channel,
        String paymentReference,
        String reference,
        Money amount,
        DisputeState state,
        String reasonCode,
        String reason,
        LocalDate respondBy,
        Instant at) {}
