package io.counterfoil.order.catalogue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets the newest version of a product hold, or not; never by whom it was proposed. */
@UseCase
class DecideProduct {

    private final Products products;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    DecideProduct(Products products, Outbox outbox, AuditTrail audit, BusinessClock clock) {
        this.products = products;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the version that was looked at, where the caller names one. */
    ProductVersion handle(String productId, boolean approved, String ifMatch) {
        products.lock(productId);
        ProductVersion newest = products.newest(productId).orElseThrow(() -> new NotFound("product", productId));
        if (ifMatch != null) {
            ETags.require(ifMatch, newest.revision().version());
        }
        ProductVersion decided = newest.as(newest.revision()
                .decided(
                        "Product " + productId,
                        approved,
                        Correlation.current().actor(),
                        clock.today(ProductProposals.EARLIEST),
                        clock.now()));
        products.decide(decided);
        if (approved) {
            outbox.publish(decided.published());
        }
        String state = decided.revision().state().name();
        audit.keep(new Audited(
                "product",
                productId,
                state.toLowerCase(Locale.ROOT),
                Audited.API,
                "version " + decided.revision().version(),
                TextNode.valueOf(newest.revision().state().name()),
                TextNode.valueOf(state)));
        return decided;
    }
}
