package io.counterfoil.customer.reference;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A tax id as it is compared: capitals and digits only, without the prefix of its country, so that {@code DE 123.456.789}
 * and {@code 123456789} of Germany are one.
 */
record TaxKey(String country, String value) {

    static TaxKey of(String country, String id) {
        String bare = bare(id);
        String prefix = prefixOf(country);
        boolean prefixed = bare.startsWith(prefix) && bare.length() > prefix.length() + 1;
        return new TaxKey(country, prefixed ? bare.substring(prefix.length()) : bare);
    }

    /** Letters and digits, in capitals. */
    static String bare(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "");
    }

    /** Greece writes EL before its VAT numbers, all others the code of ISO 3166. */
    private static String prefixOf(String country) {
        return country.equals("GR") ? "EL" : country;
    }
}
