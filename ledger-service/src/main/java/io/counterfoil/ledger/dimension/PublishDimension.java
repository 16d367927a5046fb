package io.counterfoil.ledger.dimension;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists the values of a dimension, or lists them anew, and tells everybody. */
@UseCase
class PublishDimension {

    private final Dimensions dimensions;
    private final Books books;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    PublishDimension(Dimensions dimensions, Books books, BusinessClock clock, Outbox outbox) {
        this.dimensions = dimensions;
        this.books = books;
        this.clock = clock;
        this.outbox = outbox;
    }

    Outcome handle(String legalEntityId, String name, DimensionJson.Request told, String ifMatch, String by) {
        books.of(legalEntityId);
        told.check();
        Optional<DimensionJson> known = dimensions.find(legalEntityId, name);
        long before = known.map(DimensionJson::version).orElse(0L);
        DimensionJson next = new DimensionJson(legalEntityId, name, told.unknownValues(), told.values(), before + 1);
        if (known.isPresent()) {
            DimensionJson is = known.get();
            if (is.values().equals(next.values()) && is.unknownValues() == next.unknownValues()) {
                return new Outcome(is, false);
            }
            ETags.require(ifMatch, before);
        }
        dimensions.add(next, by, clock.now());
        outbox.publish(new DimensionPublished(
                legalEntityId, name, next.version(), next.unknownValues().name(), next.values(), by, clock.now()));
        return new Outcome(next, known.isEmpty());
    }

    /** What stands now, and whether it is new. */
    record Outcome(DimensionJson dimension, boolean created) {}
}
