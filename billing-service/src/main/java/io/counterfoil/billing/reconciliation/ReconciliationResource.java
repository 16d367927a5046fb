package io.counterfoil.billing.reconciliation;

import io.counterfoil.billing.reconciliation.ReconciliationJson.Document;
import io.counterfoil.billing.reconciliation.ReconciliationJson.Position;
import io.counterfoil.billing.reconciliation.ReconciliationJson.Totals;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;

/** Billing's side of the reconciliation: its documents as of one position of the event history. */
@Path("/v1/reconciliation")
@RequestScoped
public class ReconciliationResource {

    @Inject
    Documents documents;

    /** How far billing has published. */
    @GET
    @Path("/position")
    @RolesAllowed({Roles.INTEGRATION, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
    public Position position() {
        return new Position("/billing", documents.lastPosition());
    }

    /** Totals with digests, per legal entity, currency and kind; without a position as of now. */
    @GET
    @Path("/totals")
    @RolesAllowed({Roles.INTEGRATION, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
    public Totals totals(@QueryParam("position") Long position) {
        long at = at(position);
        return new Totals(at, documents.totals(at));
    }

    /** The documents of one bucket, in the order of their numbers. */
    @GET
    @Path("/documents")
    @RolesAllowed({Roles.INTEGRATION, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
    public Page<Document> documents(
            @QueryParam("position") Long position,
            @QueryParam("kind") DocumentKind kind,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("currency") String currency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (kind == null) {
            throw new Invalid("?kind", "is required: one of " + Arrays.toString(DocumentKind.values()));
        }
        DocumentFilter filter = new DocumentFilter(kind, legalEntityId, currency);
        return Page.read(
                limit,
                Cursor.key(cursor),
                (after, most) -> documents.page(at(position), filter, after, most),
                document -> document.documentNumber());
    }

    private long at(Long position) {
        if (position != null && position < 0) {
            throw new Invalid("?position", "must not be negative");
        }
        return position == null ? documents.lastPosition() : position;
    }
}
