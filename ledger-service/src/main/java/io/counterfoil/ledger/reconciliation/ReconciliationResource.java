package io.counterfoil.ledger.reconciliation;

import io.counterfoil.common.event.Inbox;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Document;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** The door through which the ledger's two sides are compared with others, at one position of billing's history. */
@RequestScoped
@Path("/v1/reconciliation")
@RolesAllowed({Roles.INTEGRATION, Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class ReconciliationResource {

    private static final String BILLING_EVENTS = "ledger.billing-events";

    @Inject
    ReconciledDocuments documents;

    @Inject
    Inbox inbox;

    @GET
    @Path("position")
    public ReconciliationJson.Position position() {
        return new ReconciliationJson.Position(
                "/billing",
                inbox.watermark(BILLING_EVENTS),
                new ReconciliationJson.Own("/ledger", documents.ownPosition()));
    }

    @GET
    @Path("totals")
    public ReconciliationJson.Totals totals(@QueryParam("position") Long position) {
        long upTo = required(position);
        return new ReconciliationJson.Totals(upTo, Totals.of(documents.upTo(upTo)));
    }

    @GET
    @Path("documents")
    public Page<Document> documents(
            @QueryParam("position") Long position,
            @QueryParam("side") @DefaultValue("LEDGER") ReconciliationSide side,
            @QueryParam("kind") DocumentKind kind,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("currency") String currency,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (kind == null) {
            throw new Invalid("?kind", "is required");
        }
        ReconciledDocuments.Bucket bucket = new ReconciledDocuments.Bucket(side, kind, legalEntityId, currency);
        return Page.read(
                limit,
                Cursor.text(cursor),
                (after, most) -> documents.after(after, required(position), bucket, most),
                d -> d.key());
    }

    private static long required(Long position) {
        if (position == null || position < 0) {
            throw new Invalid("?position", "is required: a position of billing's history, 0 or more");
        }
        return position;
    }
}
