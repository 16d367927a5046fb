package io.counterfoil.order.legalentity;

/** What this consumer reads of ledger-service's {@code legal-entity.published}. */
record LegalEntityPublished(
        String legalEntityId, String name, String country, String functionalCurrency, String timeZone, int version) {

    static final String TYPE = "io.counterfoil.ledger.legal-entity.published.v1";
}
