package io.counterfoil.customer.customer;

import io.counterfoil.customer.reference.TaxRegistration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is said about a customer, by somebody (then nulls mean: nothing said) or by the golden record. Texts are trimmed;
 * an empty one says nothing. A currency is a code and taken as it is.
 */
record Attributes(
        String legalName,
        String tradingName,
        List<TaxRegistration> taxRegistrations,
        Address billingAddress,
        String email,
        String website,
        String currency,
        Integer paymentTermsDays,
        String segment) {

    private static final int USUAL_TERMS = 30;

    Attributes {
        legalName = trimmed(legalName);
        tradingName = trimmed(tradingName);
        taxRegistrations = taxRegistrations == null ? List.of() : List.copyOf(taxRegistrations);
        email = trimmed(email);
        website = trimmed(website);
        segment = trimmed(segment);
    }

    /** What this says, and where it says nothing, what the other says. */
    Attributes over(Attributes other) {
        return new Attributes(
                first(legalName, other.legalName),
                first(tradingName, other.tradingName),
                registrationsOver(other.taxRegistrations),
                first(billingAddress, other.billingAddress),
                first(email, other.email),
                first(website, other.website),
                first(currency, other.currency),
                first(paymentTermsDays, other.paymentTermsDays),
                first(segment, other.segment));
    }

    /** Ours, as known if only the way of writing differs, and of theirs the kinds that we don't name. */
    private List<TaxRegistration> registrationsOver(List<TaxRegistration> known) {
        List<TaxRegistration> all = new ArrayList<>();
        for (TaxRegistration given : taxRegistrations) {
            all.add(known.stream()
                    .filter(k -> k.isOfSameKindAs(given) && k.isSameNumberAs(given))
                    .findFirst()
                    .orElse(given));
        }
        for (TaxRegistration each : known) {
            if (all.stream().noneMatch(ours -> ours.isOfSameKindAs(each) || ours.isSameNumberAs(each))) {
                all.add(each);
            }
        }
        all.sort(Comparator.comparing(TaxRegistration::country).thenComparing(TaxRegistration::scheme));
        return all;
    }

    private static <T> T first(T one, T other) {
        return one != null ? one : other;
    }

    Attributes with(List<TaxRegistration> others) {
        return new Attributes(
                legalName, tradingName, others, billingAddress, email, website, currency, paymentTermsDays, segment);
    }

    /** For a customer of whom nobody said how long it may take to pay. */
    Attributes withDefaults() {
        Integer terms = first(paymentTermsDays, USUAL_TERMS);
        return new Attributes(
                legalName, tradingName, taxRegistrations, billingAddress, email, website, currency, terms, segment);
    }

    static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
