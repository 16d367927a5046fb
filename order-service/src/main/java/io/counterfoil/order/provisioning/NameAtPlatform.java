package io.counterfoil.order.provisioning;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.provisioning.ProvisioningJson.Provisioned;
import io.counterfoil.order.provisioning.ProvisioningJson.Terms;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says how the platform knows a product, so that it is set up there before it is billed. */
@UseCase
class NameAtPlatform {

    private final ProvisionedProducts products;

    @Inject
    NameAtPlatform(ProvisionedProducts products) {
        this.products = products;
    }

    Provisioned handle(String productId, Terms terms, String ifMatch) {
        terms.check();
        if (!products.isProduct(productId)) {
            throw new NotFound("product", productId);
        }
        Optional<Provisioned> known = products.find(productId);
        known.ifPresent(before -> ETags.require(ifMatch, before.version()));
        Provisioned next = new Provisioned(
                productId,
                terms.sku(),
                terms.active() == null || terms.active(),
                known.map(before -> before.version() + 1).orElse(1));
        products.write(next);
        return next;
    }
}
