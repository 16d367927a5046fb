package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.Exemption.Kind;
import io.counterfoil.billing.taxstatus.Exemption.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of a set of buyers and products.
 *
 * @param exemptions by subject, newest first
 * @param areas the countries of each area in which the buyer accounts for the tax
 */
public record TaxStatus(Map<Subject, List<Exemption>> exemptions, Collection<Set<String>> areas) {

    /** The exemption that holds on the day, of the customer before that of the product, of the region before the country's. */
    public Optional<Exemption> exemption(UUID customerId, String productId, List<String> jurisdictions, LocalDate day) {
        return Stream.of(
                        new Subject(Kind.CUSTOMER, Objects.toString(customerId, "")),
                        new Subject(Kind.PRODUCT, Objects.toString(productId, "")))
                .flatMap(subject -> jurisdictions.stream()
                        .flatMap(place -> exemptions.getOrDefault(subject, List.of()).stream()
                                .filter(found -> found.jurisdiction().equals(place))))
                .filter(found -> found.validOn(day))
                .findFirst();
    }

    /** Does a buyer there account for the tax on what is sold from another country? Only if it is registered there. */
    public boolean buyerAccounts(String sellerCountry, String buyerCountry, Set<String> registeredIn) {
        return !sellerCountry.equals(buyerCountry)
                && registeredIn.contains(buyerCountry)
                && areas.stream().anyMatch(area -> area.contains(sellerCountry) && area.contains(buyerCountry));
    }
}
