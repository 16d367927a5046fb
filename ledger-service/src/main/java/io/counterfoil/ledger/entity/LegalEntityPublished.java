package io.counterfoil.ledger.entity;

import io.counterfoil.common.event.Fact;

/** A legal entity as it stands from this version on; the others keep copies. */
public record LegalEntityPublished(
        String legalEntityId,
        String name,
        String country,
        String functionalCurrency,
        String timeZone,
        long version,
        LegalEntityJson.TaxRegistration taxRegistration,
        LegalEntityJson.Address address)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.legal-entity.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId;
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
