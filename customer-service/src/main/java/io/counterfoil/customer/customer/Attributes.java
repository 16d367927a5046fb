package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Place;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is said about a customer, by somebody (then nulls mean: nothing said) or by the golden record. Texts are trimmed;
 * an empty one says nothing, an empty list of addresses or contacts neither. A currency is a code and taken as it is.
 *
 * @param legalEntityId which of our legal entities sells to it
 * @param region where it counts in sales; its addresses have regions of their own
 */
public record Attributes(
        String legalName,
        String tradingName,
        List<TaxRegistration> taxRegistrations,
        Address billingAddress,
        List<Site> addresses,
        List<Contact> contacts,
        String email,
        String website,
        String legalEntityId,
        String currency,
        Integer paymentTermsDays,
        String segment,
        String region) {

    /** Nothing is said. */
    public static final Attributes SILENCE =
            new Attributes(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int USUAL_TERMS = 30;

    public Attributes {
        legalName = trimmed(legalName);
        tradingName = trimmed(tradingName);
        taxRegistrations = taxRegistrations == null ? List.of() : List.copyOf(taxRegistrations);
        addresses = addresses == null || addresses.isEmpty() ? null : List.copyOf(addresses);
        contacts = contacts == null || contacts.isEmpty() ? null : List.copyOf(contacts);
        email = trimmed(email);
        website = trimmed(website);
        legalEntityId = trimmed(legalEntityId);
        segment = trimmed(segment);
        region = trimmed(region);
    }

    /** What this says, and where it says nothing, what the other says. */
    public Attributes over(Attributes other) {
        return new Attributes(
                first(legalName, other.legalName),
                first(tradingName, other.tradingName),
                registrationsOver(other.taxRegistrations),
                first(billingAddress, other.billingAddress),
                first(addresses, other.addresses),
                first(contacts, other.contacts),
                first(email, other.email),
                first(website, other.website),
                first(legalEntityId, other.legalEntityId),
                first(currency, other.currency),
                first(paymentTermsDays, other.paymentTermsDays),
                first(segment, other.segment),
                first(region, other.region));
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

    /** The same with other tax registrations. */
    public Attributes with(List<TaxRegistration> others) {
        return new Attributes(
                legalName,
                tradingName,
                others,
                billingAddress,
                addresses,
                contacts,
                email,
                website,
                legalEntityId,
                currency,
                paymentTermsDays,
                segment,
                region);
    }

    /** For a customer of whom nobody said how long it may take to pay. */
    Attributes withDefaults() {
        return over(
                new Attributes(null, null, null, null, null, null, null, null, null, null, USUAL_TERMS, null, null));
    }

    /** By what one would recognise it. */
    public Likeness likeness() {
        Place place = billingAddress == null
                ? Place.UNKNOWN
                : Place.of(billingAddress.country(), billingAddress.postalCode(), billingAddress.line1());
        return Likeness.of(legalName, email, website, place);
    }

    /** As a document, with the names of the wire; what is not said is left out. */
    public ObjectNode document() {
        return Json.strict().valueToTree(this);
    }

    static String trimmed(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
