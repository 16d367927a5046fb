package io.counterfoil.billing.tax;

/**
 * What the tax source answered for one category: the rate, or why there is none.
 *
 * @param jurisdiction country, or country and region, whose rate it is
 * @param reasonCode why nothing is charged; null where something is
 * @param source where the answer came from, with its version
 */
public record ApplicableRate(
        String jurisdiction, TaxCategory category, Rate rate, String reasonCode, String reason, String source) {}
