package io.counterfoil.billing.tax;

import java.util.List;

/**
 * What the tax source answered for one category: the rate, or why there is none.
 *
 * @param jurisdiction country, or country and region, whose rate it is
 * @param reasonCode why nothing is charged; null where something is
 * @param source where the answer came from, with its version
 * @param inclusive do the prices include the tax?
 * @param components the authorities that share the rate; empty where one gets all of it
 */
public record ApplicableRate(
        String jurisdiction,
        TaxCategory category,
        Rate rate,
        String reasonCode,
        String reason,
        String source,
        boolean inclusive,
        List<Component> components) {

    /** The part of a rate that one authority gets. */
    public record Component(String authority, Rate rate) {}

    public ApplicableRate {
        components = List.copyOf(components);
    }

    public ApplicableRate(
            String jurisdiction, TaxCategory category, Rate rate, String reasonCode, String reason, String source) {
        this(jurisdiction, category, rate, reasonCode, reason, source, false, List.of());
    }

    /** The same without where it came from and the words for it: what says so much is taxed together. */
    ApplicableRate meaning() {
        return new ApplicableRate(jurisdiction, category, rate, reasonCode, null, null, inclusive, components);
    }

    /** What each authority gets, as a rate of its own. */
    List<ApplicableRate> parts() {
        return components.isEmpty()
                ? List.of(this)
                : components.stream()
                        .map(part -> new ApplicableRate(
                                part.authority(),
                                category,
                                part.rate(),
                                reasonCode,
                                reason,
                                source,
                                inclusive,
                                List.of()))
                        .toList();
    }
}
