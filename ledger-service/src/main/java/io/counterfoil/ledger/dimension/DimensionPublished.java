package io.counterfoil.ledger.dimension;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.List;

/** Which values a dimension may have in the books of a legal entity from now on. */
public record DimensionPublished(
        String legalEntityId,
        String name,
        long version,
        String unknownValues,
        List<DimensionJson.Value> values,
        String publishedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.dimension.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId + "/" + name;
    }

    @Override
    public String partitionKey() {
        return legalEntityId;
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
