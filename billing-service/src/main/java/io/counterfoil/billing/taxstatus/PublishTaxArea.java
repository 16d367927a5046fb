package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.TaxStatusJson.AreaPublication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import jakarta.inject.Inject;
import java.util.Set;

/** Publishes the countries of an area as a new version; saying the same again publishes nothing. */
@UseCase
class PublishTaxArea {

    private final TaxStatuses statuses;

    @Inject
    PublishTaxArea(TaxStatuses statuses) {
        this.statuses = statuses;
    }

    TaxArea handle(String name, AreaPublication wanted) {
        if (wanted.countries() == null || wanted.countries().isEmpty()) {
            throw new Invalid("/countries", "must name at least one country");
        }
        for (int i = 0; i < wanted.countries().size(); i++) {
            if (wanted.countries().get(i) == null || !wanted.countries().get(i).matches("[A-Z]{2}")) {
                throw new Invalid("/countries/" + i, "must be a country of two capital letters");
            }
        }
        Set<String> countries = Set.copyOf(wanted.countries());
        TaxArea newest = statuses.area(name).orElse(null);
        if (newest != null && newest.countries().equals(countries)) {
            return newest;
        }
        TaxArea published = new TaxArea(name, newest == null ? 1 : newest.version() + 1, countries);
        statuses.add(published);
        return published;
    }
}
