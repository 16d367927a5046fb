package io.counterfoil.billing.taxstatus;

import java.util.Set;

/** Countries between which the buyer accounts for the tax if it is registered there, such as the European Union. */
record TaxArea(String area, int version, Set<String> countries) {

    TaxArea {
        countries = Set.copyOf(countries);
    }
}
