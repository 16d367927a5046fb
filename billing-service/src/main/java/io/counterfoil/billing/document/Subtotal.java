package io.counterfoil.billing.document;

import io.counterfoil.common.money.Money;

/** The tax of one category, rate and jurisdiction. */
public record Subtotal(
        String category,
        String rate,
        String jurisdiction,
        Money taxableAmount,
        Money taxAmount,
        String exemptionReasonCode,
        String source) {}
