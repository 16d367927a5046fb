package io.counterfoil.order.terms;

import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import java.util.Collection;
import java.util.List;

/**
 * What tax needs to know of the buyer: the country, in the United States the state, and for reverse charge a tax
 * registration.
 */
public record TaxAttributes(PostalAddress address, List<TaxRegistration> registrations) {

    /** Refuses with {@link Rule#TAX_ATTRIBUTES_MISSING} when something is missing for the tax categories of the lines. */
    public void requireFor(Collection<TaxCategory> categories) {
        if (address == null || isBlank(address.country())) {
            throw missing("/customer/billingAddress/country", "The country of the billing address is missing");
        }
        if ("US".equals(address.country()) && isBlank(address.region()) && categories.contains(TaxCategory.S)) {
            throw missing(
                    "/customer/billingAddress/region",
                    "The state of the billing address in the United States is missing");
        }
        if (categories.contains(TaxCategory.AE) && registrations.isEmpty()) {
            throw missing("/customer/taxRegistrations", "Reverse charge needs a tax registration of the buyer");
        }
    }

    private static OrderNotAcceptable missing(String pointer, String detail) {
        return new OrderNotAcceptable(Rule.TAX_ATTRIBUTES_MISSING, pointer, detail);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
