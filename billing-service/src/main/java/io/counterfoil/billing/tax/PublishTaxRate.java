package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Publishes a rate as a new version; saying the same again publishes nothing. */
@UseCase
class PublishTaxRate {

    private final TaxRates rates;

    @Inject
    PublishTaxRate(TaxRates rates) {
        this.rates = rates;
    }

    TaxRate handle(String jurisdiction, String categoryCode, Publication wanted) {
        TaxCategory category = check(jurisdiction, categoryCode, wanted);
        TaxRate rate = new TaxRate(
                jurisdiction,
                category,
                1,
                Rate.of(wanted.rate()),
                wanted.validFrom(),
                wanted.validTo(),
                wanted.reasonCode(),
                wanted.reason());
        TaxRate newest = rates.newest(jurisdiction, category).orElse(null);
        if (newest != null && newest.saysTheSameAs(rate)) {
            return newest;
        }
        TaxRate published = newest == null ? rate : rate.withVersion(newest.version() + 1);
        rates.add(published);
        return published;
    }

    private static TaxCategory check(String jurisdiction, String categoryCode, Publication wanted) {
        List<FieldError> errors = new ArrayList<>();
        TaxCategory category = null;
        try {
            category = TaxCategory.valueOf(categoryCode);
        } catch (IllegalArgumentException unknown) {
            errors.add(new FieldError("", "category must be one of S, Z, E, AE, O"));
        }
        if (!jurisdiction.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            errors.add(new FieldError("", "jurisdiction must be a country or country-region, such as DE or US-CA"));
        }
        checkRate(category, wanted, errors);
        if (wanted.validFrom() == null) {
            errors.add(new FieldError("/validFrom", "is required"));
        } else if (wanted.validTo() != null && !wanted.validTo().isAfter(wanted.validFrom())) {
            errors.add(new FieldError("/validTo", "must be after validFrom"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return category;
    }

    private static void checkRate(TaxCategory category, Publication wanted, List<FieldError> errors) {
        if (wanted.rate() == null || !wanted.rate().matches("0(\\.\\d{1,8})?|1(\\.0{1,8})?")) {
            errors.add(new FieldError("/rate", "must be a fraction from 0 to 1, such as 0.19"));
        } else if (category != null && category != TaxCategory.S && new BigDecimal(wanted.rate()).signum() != 0) {
            errors.add(new FieldError("/rate", "must be 0 for category " + category));
        }
        if (category != null
                && category.needsReason()
                && (wanted.reasonCode() == null || wanted.reasonCode().isBlank())) {
            errors.add(new FieldError("/reasonCode", "is required for category " + category));
        }
    }
}
