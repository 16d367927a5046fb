package io.counterfoil.order.catalogue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.ZoneOffset;

/** Publishes a product or a new version of it. The same terms again change nothing. */
@UseCase
class PublishProduct {

    private final Products products;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    PublishProduct(Products products, Outbox outbox, BusinessClock clock) {
        this.products = products;
        this.outbox = outbox;
        this.clock = clock;
    }

    Outcome handle(String productId, ProductTerms terms, String ifMatch) {
        Product known = products.findForChange(productId).orElse(null);
        if (known == null) {
            Product product = new Product(productId);
            product.publish(terms, clock.today(ZoneOffset.UTC), clock.now());
            outbox.publish(products.added(product).published());
            return new Outcome(product, true);
        }
        int before = known.version();
        if (known.publish(terms, clock.today(ZoneOffset.UTC), clock.now())) {
            ETags.require(ifMatch, before);
            outbox.publish(products.written(known).published());
        }
        return new Outcome(known, false);
    }

    /** The product as it is now, and whether it is new. */
    record Outcome(Product product, boolean created) {}
}
