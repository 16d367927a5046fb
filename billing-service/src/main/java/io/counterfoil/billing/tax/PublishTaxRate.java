package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.ApplicableRate.Component;
import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
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
        TaxCategory category = TaxRateChecks.check(jurisdiction, categoryCode, wanted);
        TaxRate rate = new TaxRate(
                jurisdiction,
                category,
                1,
                Rate.of(wanted.rate()),
                wanted.validFrom(),
                wanted.validTo(),
                wanted.reasonCode(),
                wanted.reason(),
                Boolean.TRUE.equals(wanted.inclusive()),
                wanted.source() == null ? TaxSource.TABLE : wanted.source(),
                components(wanted));
        TaxRate newest = rates.newest(jurisdiction, category).orElse(null);
        if (newest != null && newest.saysTheSameAs(rate)) {
            return newest;
        }
        TaxRate published = newest == null ? rate : rate.withVersion(newest.version() + 1);
        rates.add(published);
        return published;
    }

    private static List<Component> components(Publication wanted) {
        return wanted.components() == null
                ? List.of()
                : wanted.components().stream()
                        .map(part -> new Component(part.authority(), Rate.of(part.rate())))
                        .toList();
    }
}
