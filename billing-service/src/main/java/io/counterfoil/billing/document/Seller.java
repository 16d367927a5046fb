package io.counterfoil.billing.document;

import io.counterfoil.billing.legalentity.LegalEntity;

/** Who sells, on a document. */
public record Seller(
        String legalEntityId, String name, String taxRegistration, String country, LegalEntity.Address address) {

    public static Seller of(LegalEntity entity) {
        return new Seller(
                entity.legalEntityId(), entity.name(), entity.taxRegistration(), entity.country(), entity.address());
    }
}
