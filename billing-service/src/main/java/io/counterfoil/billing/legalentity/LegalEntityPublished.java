package io.counterfoil.billing.legalentity;

import java.time.ZoneId;

/** What billing reads of the ledger's {@code legal-entity.published}. */
record LegalEntityPublished(
        String legalEntityId,
        String name,
        String country,
        String functionalCurrency,
        String timeZone,
        int version,
        TaxRegistration taxRegistration,
        LegalEntity.Address address) {

    static final String TYPE = "io.counterfoil.ledger.legal-entity.published.v1";

    /** The entity's own registration for tax. */
    record TaxRegistration(String scheme, String country, String id) {}

    LegalEntity copy() {
        return new LegalEntity(
                legalEntityId,
                name,
                country,
                functionalCurrency,
                ZoneId.of(timeZone),
                taxRegistration == null ? null : taxRegistration.id(),
                address,
                version);
    }
}
