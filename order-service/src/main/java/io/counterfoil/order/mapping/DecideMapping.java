package io.counterfoil.order.mapping;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.mapping.ProductMapping.Key;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets the newest version of a mapping hold, or not; never by whom it was proposed. */
@UseCase
class DecideMapping {

    private final ProductMappings mappings;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    DecideMapping(ProductMappings mappings, Outbox outbox, AuditTrail audit, BusinessClock clock) {
        this.mappings = mappings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of the version that was looked at, where the caller names one. */
    ProductMapping handle(Key key, boolean approved, String ifMatch) {
        mappings.lock(key);
        ProductMapping newest = mappings.newest(key).orElseThrow(() -> new NotFound("product mapping", key));
        if (ifMatch != null) {
            ETags.require(ifMatch, newest.revision().version());
        }
        ProductMapping decided = newest.as(newest.revision()
                .decided(
                        "Product mapping " + key,
                        approved,
                        Correlation.current().actor(),
                        clock.today(MappingProposals.EARLIEST),
                        clock.now()));
        mappings.decide(decided);
        if (approved) {
            outbox.publish(decided.mapped());
        }
        String state = decided.revision().state().name();
        audit.keep(new Audited(
                "product-mapping",
                key.toString(),
                state.toLowerCase(Locale.ROOT),
                Audited.API,
                "version " + decided.revision().version(),
                TextNode.valueOf(newest.revision().state().name()),
                TextNode.valueOf(state)));
        return decided;
    }
}
