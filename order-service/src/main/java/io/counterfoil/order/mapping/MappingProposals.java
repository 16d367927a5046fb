package io.counterfoil.order.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.catalogue.Catalogue;
import io.counterfoil.order.catalogue.Revision;
import io.counterfoil.order.mapping.ProductMapping.Key;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** What is wanted of mappings, checked and kept for another person to decide. */
@Dependent
class MappingProposals {

    /** Where a day begins last: what holds from today on there holds everywhere at once. */
    static final ZoneOffset EARLIEST = ZoneOffset.ofHours(-12);

    private final ProductMappings mappings;
    private final Catalogue catalogue;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    MappingProposals(ProductMappings mappings, Catalogue catalogue, AuditTrail audit, BusinessClock clock) {
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** The next version of it, or the newest where that says the same. */
    Outcome propose(Key key, MappingJson.Target target) {
        if (target.productId() == null || !catalogue.isKnown(target.productId())) {
            throw new Invalid("/productId", "must be a product that was published");
        }
        if (!Revision.isSensible(target.validFrom()) || !Revision.isSensible(target.validTo())) {
            throw new Invalid("/validFrom", "and validTo must be days from 1990 to 2199");
        }
        LocalDate from = Objects.requireNonNullElseGet(target.validFrom(), () -> clock.today(EARLIEST));
        if (target.validTo() != null && !target.validTo().isAfter(from)) {
            throw new Invalid("/validTo", "must be after the first day, " + from);
        }
        mappings.lock(key);
        Optional<ProductMapping> newest = mappings.newest(key);
        if (newest.isPresent() && says(newest.get(), target)) {
            return new Outcome(newest.get(), false, false);
        }
        int version = newest.map(before -> before.revision().version()).orElse(0) + 1;
        ProductMapping next = new ProductMapping(
                key,
                target.productId(),
                Revision.proposed(
                        version, from, target.validTo(), Correlation.current().actor(), clock.now()));
        mappings.propose(next);
        audit.keep(new Audited(
                "product-mapping",
                key.toString(),
                "proposed",
                Audited.API,
                null,
                newest.map(MappingProposals::shown).orElse(null),
                shown(next)));
        return new Outcome(next, newest.isEmpty(), true);
    }

    /** Where no day is named, whatever day it began on will do. */
    private static boolean says(ProductMapping known, MappingJson.Target target) {
        return known.revision().stands()
                && known.productId().equals(target.productId())
                && (target.validFrom() == null
                        || target.validFrom().equals(known.revision().validFrom()))
                && Objects.equals(target.validTo(), known.revision().validTo());
    }

    private static JsonNode shown(ProductMapping mapping) {
        return Json.strict().valueToTree(MappingJson.Mapping.of(mapping));
    }

    /** The newest version, whether it is the first, and whether it was proposed just now. */
    record Outcome(ProductMapping mapping, boolean created, boolean proposed) {}
}
