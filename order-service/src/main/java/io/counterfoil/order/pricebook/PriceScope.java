package io.counterfoil.order.pricebook;

/** For whom a price is asked; what is null is answered by books that speak for all. */
public record PriceScope(String legalEntityId, String region, String segment, String channel) {

    /** Of a legal entity, whoever buys. */
    public static PriceScope of(String legalEntityId) {
        return new PriceScope(legalEntityId, null, null, null);
    }
}
