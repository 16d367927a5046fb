package io.counterfoil.billing.allowance;

import io.counterfoil.billing.allowance.DocumentTermJson.Publication;
import io.counterfoil.billing.allowance.DocumentTermRows.Published;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.security.Caller;
import jakarta.inject.Inject;
import java.util.List;

/** Publishes a version of a term; saying the same again publishes nothing. */
@UseCase
class PublishDocumentTerm {

    private final DocumentTermRows rows;
    private final LegalEntities entities;
    private final Caller caller;

    @Inject
    PublishDocumentTerm(DocumentTermRows rows, LegalEntities entities, Caller caller) {
        this.rows = rows;
        this.entities = entities;
        this.caller = caller;
    }

    Published handle(String termId, Publication wanted) {
        List<FieldError> errors = wanted.wrong();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        entities.byId(wanted.legalEntityId());
        Published newest = rows.newest(termId).orElse(null);
        if (newest != null && newest.said().equals(wanted)) {
            return newest;
        }
        if (newest != null && !newest.said().legalEntityId().equals(wanted.legalEntityId())) {
            throw new Invalid(
                    "/legalEntityId", "stays that of the term: " + newest.said().legalEntityId());
        }
        Published published = new Published(termId, newest == null ? 1 : newest.version() + 1, wanted, caller.sub());
        rows.add(published);
        return published;
    }
}
