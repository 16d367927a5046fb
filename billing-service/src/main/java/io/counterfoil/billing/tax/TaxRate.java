package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.ApplicableRate.Component;
import java.time.LocalDate;
import java.util.List;

/**
 * A published rate: one version of one category in one jurisdiction, with its validity.
 *
 * @param inclusive do the prices there include the tax?
 * @param source who answers for it
 * @param components the authorities that share the rate; empty where one gets all of it
 */
record TaxRate(
        String jurisdiction,
        TaxCategory category,
        int version,
        Rate rate,
        LocalDate validFrom,
        LocalDate validTo,
        String reasonCode,
        String reason,
        boolean inclusive,
        TaxSource source,
        List<Component> components) {

    TaxRate {
        components = List.copyOf(components);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean isDown() {
        return source == TaxSource.SUSPENDED;
    }

    boolean saysTheSameAs(TaxRate other) {
        return equals(other.withVersion(version));
    }

    TaxRate withVersion(int number) {
        return new TaxRate(
                jurisdiction,
                category,
                number,
                rate,
                validFrom,
                validTo,
                reasonCode,
                reason,
                inclusive,
                source,
                components);
    }

    ApplicableRate applicable() {
        String answer = "built-in table, " + jurisdiction + "/" + category + " version " + version;
        return new ApplicableRate(jurisdiction, category, rate, reasonCode, reason, answer, inclusive, components);
    }
}
