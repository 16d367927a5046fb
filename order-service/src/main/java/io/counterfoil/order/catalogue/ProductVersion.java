package io.counterfoil.order.catalogue;

import io.counterfoil.common.event.Fact;

/**
 * Something that we sell, as one version of it says. It is published under an id of our own and lives on in versions: each is
 * proposed by one person and decided by another; orders that were accepted keep the treatment that they were accepted with.
 */
record ProductVersion(String productId, ProductTerms terms, Revision revision) {

    /** The fact, once it is approved. */
    Fact published() {
        return terms.isBundle()
                ? new BundlePublished(
                        productId,
                        terms.name(),
                        revision.version(),
                        terms.pricePeriod().name(),
                        terms.components(),
                        revision.validFrom(),
                        revision.validTo())
                : new ProductPublished(
                        productId,
                        terms.name(),
                        revision.version(),
                        terms.planId(),
                        terms.pricePeriod().name(),
                        terms.revenueTreatment().name(),
                        terms.taxCategoryCode().name(),
                        revision.validFrom(),
                        revision.validTo(),
                        terms.erpItems());
    }

    /** The same, decided. */
    ProductVersion as(Revision decided) {
        return new ProductVersion(productId, terms, decided);
    }
}
