package io.counterfoil.billing.document;

import io.counterfoil.common.money.Money;
import java.util.UUID;

/** An application of cash that is taken back. */
public record ReversedApplication(
        UUID applicationId,
        UUID invoiceId,
        String invoiceNumber,
        Money amount,
        Money discountTaken,
        Money difference,
        Money openAmount) {}
