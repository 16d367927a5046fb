package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.revision.Revisions;
import io.counterfoil.order.revision.Revisions.Proposal;
import io.counterfoil.order.revision.Revisions.Wish;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What is wanted of products, checked and kept for another person to decide. */
@Dependent
class ProductProposals {

    private final Products products;
    private final Catalogue catalogue;
    private final Revisions revisions;

    @Inject
    ProductProposals(Products products, Catalogue catalogue, Revisions revisions) {
        this.products = products;
        this.catalogue = catalogue;
        this.revisions = revisions;
    }

    /** The next version of it, or the newest where that says the same. */
    Proposal<ProductVersion> propose(String productId, ProductJson.Terms told, String ifMatch) {
        ProductTerms terms = told.toTerms();
        return revisions.propose(
                products,
                productId,
                new Wish<>(
                        told.validFrom(),
                        told.validTo(),
                        ifMatch,
                        known -> known.terms().equals(terms),
                        revision -> {
                            requireParts(productId, terms, revision.validFrom());
                            return new ProductVersion(productId, terms, revision);
                        }));
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
}
