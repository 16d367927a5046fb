package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.revision.Revisions;
import jakarta.inject.Inject;

/** Lets the newest version of a product hold, or not; never by whom it was proposed. */
@UseCase
class DecideProduct {

    private final Products products;
    private final Revisions revisions;

    @Inject
    DecideProduct(Products products, Revisions revisions) {
        this.products = products;
        this.revisions = revisions;
    }

    /** Of the version that was looked at, where the caller names one. */
    ProductVersion handle(String productId, boolean approved, String ifMatch) {
        return revisions.decide(products, productId, approved, ifMatch);
    }
}
