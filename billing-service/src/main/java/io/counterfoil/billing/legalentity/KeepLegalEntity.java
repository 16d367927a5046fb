package io.counterfoil.billing.legalentity;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/** Keeps billing's copy of a legal entity up to date. */
@Dependent
class KeepLegalEntity implements EventHandler {

    private final LegalEntities entities;

    @Inject
    KeepLegalEntity(LegalEntities entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> types() {
        return Set.of(LegalEntityPublished.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        entities.keep(event.dataAs(LegalEntityPublished.class).copy());
    }
}
