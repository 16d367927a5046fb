package io.counterfoil.billing.tax;

import java.time.LocalDate;

/** A published rate: one version of one category in one jurisdiction, with its validity. */
record TaxRate(
        String jurisdiction,
        TaxCategory category,
        int version,
        Rate rate,
        LocalDate validFrom,
        LocalDate validTo,
        String reasonCode,
        String reason) {

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean saysTheSameAs(TaxRate other) {
        return equals(other.withVersion(version));
    }

    TaxRate withVersion(int number) {
        return new TaxRate(jurisdiction, category, number, rate, validFrom, validTo, reasonCode, reason);
    }

    ApplicableRate applicable() {
        String source = "built-in table, " + jurisdiction + "/" + category + " version " + version;
        return new ApplicableRate(jurisdiction, category, rate, reasonCode, reason, source);
    }
}
