package io.counterfoil.order.catalogue;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is wanted of products, checked and kept for another person to decide. */
@Dependent
class ProductProposals {

    /** Where a day begins last: what holds from today on there holds everywhere at once. */
    static final ZoneOffset EARLIEST = ZoneOffset.ofHours(-12);

    private final Products products;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    ProductProposals(Products products, Catalogue catalogue, AuditTrail audit, BusinessClock clock) {
        this.products = products;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next version of it, or the newest where that says the same. */
    Outcome propose(String productId, ProductJson.Terms told, String ifMatch) {
        ProductTerms terms = told.toTerms();
        products.lock(productId);
        Optional<ProductVersion> newest = products.newest(productId);
        if (newest.isPresent()) {
            ProductVersion before = newest.get();
            if (before.revision().stands() && says(before, told, terms)) {
                return new Outcome(before, false, false);
            }
            ETags.require(ifMatch, before.revision().version());
        }
        LocalDate from = Objects.requireNonNullElseGet(told.validFrom(), () -> clock.today(EARLIEST));
        if (told.validTo() != null && !told.validTo().isAfter(from)) {
            throw new Invalid("/validTo", "must be after the first day, " + from);
        }
        requireParts(productId, terms, from);
        ProductVersion next = new ProductVersion(
                productId,
                terms,
                Revision.proposed(
                        newest.map(before -> before.revision().version()).orElse(0) + 1,
                        from,
                        told.validTo(),
                        Correlation.current().actor(),
                        clock.now()));
        products.propose(next);
        audit.keep(new Audited(
                "product",
                productId,
                "proposed",
                Audited.API,
                null,
                newest.map(ProductProposals::shown).orElse(null),
                shown(next)));
        return new Outcome(next, newest.isEmpty(), true);
    }

    /** Where no day is named, whatever day it began on will do. */
    private static boolean says(ProductVersion known, ProductJson.Terms told, ProductTerms terms) {
        return known.terms().equals(terms)
                && (told.validFrom() == null
                        || told.validFrom().equals(known.revision().validFrom()))
                && Objects.equals(told.validTo(), known.revision().validTo());
    }

    /** What is in a bundle is sold when the bundle is, is no bundle itself, and is priced for the same time. */
    private void requireParts(String productId, ProductTerms terms, LocalDate from) {
        List<ProductTerms.Component> parts = terms.components();
        var sold = catalogue.offers(
                parts.stream().map(ProductTerms.Component::productId).toList(), from);
        for (int i = 0; i < parts.size(); i++) {
            String at = "/components/" + i + "/productId";
            Catalogue.Offer part = sold.get(parts.get(i).productId());
            if (part == null || part.isBundle() || part.productId().equals(productId)) {
                throw new Invalid(at, "must be a product, not a bundle, that is sold on " + from);
            }
            if (part.pricePeriod() != terms.pricePeriod()) {
                throw new Invalid(
                        at, "is priced for " + part.pricePeriod() + ", the bundle for " + terms.pricePeriod());
            }
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode shown(ProductVersion version) {
        return Json.strict().valueToTree(ProductJson.Product.of(version));
    }

    /** The newest version, whether it is the first, and whether it was proposed just now. */
    record Outcome(ProductVersion product, boolean created, boolean proposed) {}
}
