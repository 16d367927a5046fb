package io.counterfoil.order.catalogue;

import io.counterfoil.common.event.Fact;
import io.counterfoil.order.revision.Revision;
import io.counterfoil.order.revision.Revisions;

/**
 * Something that we sell, as one version of it says. It is published under an id of our own and lives on in versions: each is
 * proposed by one person and decided by another; orders that were accepted keep the treatment that they were accepted with.
 */
record ProductVersion(String productId, ProductTerms terms, Revision revision)
        implements Revisions.Version<ProductVersion> {

    @Override
    public Fact published() {
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

    @Override
    public ProductVersion as(Revision decided) {
        return new ProductVersion(productId, terms, decided);
    }

    @Override
    public ProductJson.Product shown() {
        return ProductJson.Product.of(this);
    }
}
