package io.counterfoil.order.pricebook;

/** For whom a price is asked; what is null is answered by books that speak for all. */
public record PriceScope(String legalEntityId, String region, String segment, String channel) {

    /** The channel of those who sell for us. */
    public static final String PARTNERS = "partner";

    /** The channel of orders that come by our own API. */
    public static final String API = "api";

    /** Of a legal entity, whoever buys. */
    public static PriceScope of(String legalEntityId) {
        return new PriceScope(legalEntityId, null, null, null);
    }
}
