package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.Exemption.Kind;
import io.counterfoil.billing.taxstatus.Exemption.Subject;
import io.counterfoil.billing.taxstatus.TaxStatusJson.ExemptionPublication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Publishes an exemption as a new version; saying the same again publishes nothing. */
@UseCase
class PublishExemption {

    private final TaxStatuses statuses;

    @Inject
    PublishExemption(TaxStatuses statuses) {
        this.statuses = statuses;
    }

    Exemption handle(Subject subject, String jurisdiction, ExemptionPublication wanted) {
        check(subject, jurisdiction, wanted);
        Exemption said = new Exemption(
                subject,
                jurisdiction,
                1,
                wanted.reasonCode(),
                wanted.reason(),
                wanted.certificate(),
                wanted.validFrom(),
                wanted.validTo());
        Exemption newest =
                statuses.versions(subject, jurisdiction).stream().findFirst().orElse(null);
        if (newest != null && newest.saysTheSameAs(said)) {
            return newest;
        }
        Exemption published = newest == null ? said : said.withVersion(newest.version() + 1);
        statuses.add(published);
        return published;
    }

    private static void check(Subject subject, String jurisdiction, ExemptionPublication wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (!jurisdiction.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            errors.add(new FieldError("", "jurisdiction must be a country or country-region, such as DE or US-CA"));
        }
        if (wanted.reasonCode() == null || wanted.reasonCode().isBlank()) {
            errors.add(new FieldError("/reasonCode", "is required"));
        }
        if (subject.kind() == Kind.CUSTOMER
                && (wanted.certificate() == null || wanted.certificate().isBlank())) {
            errors.add(new FieldError("/certificate", "is required for a customer"));
        }
        if (wanted.validFrom() == null) {
            errors.add(new FieldError("/validFrom", "is required"));
        } else if (wanted.validTo() != null && !wanted.validTo().isAfter(wanted.validFrom())) {
            errors.add(new FieldError("/validTo", "must be after validFrom"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
