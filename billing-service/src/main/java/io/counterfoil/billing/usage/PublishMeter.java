package io.counterfoil.billing.usage;

import io.counterfoil.billing.usage.MeterResource.Publication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import jakarta.inject.Inject;

/** Publishes a meter; how it counts can't change once it has counted. */
@UseCase
class PublishMeter {

    private final Meters meters;

    @Inject
    PublishMeter(Meters meters) {
        this.meters = meters;
    }

    Meter handle(String meterId, Publication wanted, String ifMatch) {
        if (!meterId.matches("[a-z0-9]+([-_][a-z0-9]+)*") || meterId.length() > 60) {
            throw new Invalid("", "the meter's id must be at most 60 lower-case letters, digits, hyphens, underscores");
        }
        Meter there = meters.byId(meterId).orElse(null);
        int version = there == null ? 0 : there.version();
        if (ifMatch != null) {
            ETags.require(ifMatch, version);
        }
        Meter same = new Meter(meterId, wanted.name(), wanted.unit(), wanted.aggregation(), version);
        if (same.equals(there)) {
            return there;
        }
        if (there != null && there.aggregation() != wanted.aggregation() && meters.isUsed(meterId)) {
            throw new MeterInUse(meterId);
        }
        Meter next = new Meter(meterId, wanted.name(), wanted.unit(), wanted.aggregation(), version + 1);
        meters.publish(next);
        return next;
    }
}
