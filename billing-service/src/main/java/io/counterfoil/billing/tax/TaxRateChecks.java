package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxRateJson.ComponentJson;
import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a rate must be before it is published. */
final class TaxRateChecks {

    private TaxRateChecks() {}

    static TaxCategory check(String jurisdiction, String categoryCode, Publication wanted) {
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
        if (errors.isEmpty()) {
            checkComponents(wanted, errors);
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return category;
    }

    private static void checkRate(TaxCategory category, Publication wanted, List<FieldError> errors) {
        if (!isRate(wanted.rate())) {
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

    private static void checkComponents(Publication wanted, List<FieldError> errors) {
        if (wanted.components() == null || wanted.components().isEmpty()) {
            return;
        }
        for (int i = 0; i < wanted.components().size(); i++) {
            ComponentJson part = wanted.components().get(i);
            if (part.authority() == null || !part.authority().matches("[A-Za-z0-9 ,.'-]{1,60}")) {
                errors.add(new FieldError("/components/" + i + "/authority", "is required"));
            }
            if (!isRate(part.rate())) {
                errors.add(new FieldError("/components/" + i + "/rate", "must be a fraction from 0 to 1"));
            }
        }
        if (errors.isEmpty() && !addUp(wanted.components(), wanted.rate())) {
            errors.add(new FieldError("/components", "must add up to the rate"));
        }
    }

    private static boolean addUp(List<ComponentJson> parts, String rate) {
        return parts.stream()
                        .map(part -> new BigDecimal(part.rate()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(new BigDecimal(rate))
                == 0;
    }

    private static boolean isRate(String text) {
        return text != null && text.matches("0(\\.\\d{1,8})?|1(\\.0{1,8})?");
    }
}
