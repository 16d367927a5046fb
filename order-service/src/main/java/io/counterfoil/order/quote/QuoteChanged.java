package io.counterfoil.order.quote;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.order.ExternalReference;
import java.time.LocalDate;
import java.util.UUID;

/** A quote came into another state. */
public record QuoteChanged(
        UUID quoteId,
        String quoteNumber,
        String state,
        UUID customerId,
        ExternalReference externalReference,
        String legalEntityId,
        String currency,
        Money netAmount,
        Money totalAmount,
        LocalDate validUntil,
        UUID orderId,
        String reason,
        String changedBy)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.quote.changed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return quoteId.toString();
    }

    @Override
    public String partitionKey() {
        return (customerId == null ? quoteId : customerId).toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
