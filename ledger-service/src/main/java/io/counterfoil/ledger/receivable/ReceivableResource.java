package io.counterfoil.ledger.receivable;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The door to receivables. */
@RequestScoped
@Path("/v1/receivables")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ReceivableResource {

    @Inject
    Receivables receivables;

    @GET
    public ReceivableJson.TotalledPage list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("currency") String currency,
            @QueryParam("state") @DefaultValue("OPEN") ReceivableState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        Receivables.Filter filter = new Receivables.Filter(legalEntityId, customerId, currency, state);
        Page<ReceivableJson> page = Page.of(
                        receivables.after(Cursor.toLong(cursor), filter, size + 1),
                        size,
                        placed -> Cursor.of(placed.ordinal()))
                .map(Receivables.Placed::item);
        return new ReceivableJson.TotalledPage(page.items(), page.nextCursor(), receivables.totals(filter));
    }

    @GET
    @Path("{invoiceId}")
    public ReceivableJson.WithApplications one(@PathParam("invoiceId") UUID invoiceId) {
        return receivables.find(invoiceId).orElseThrow(() -> new NotFound("receivable of invoice", invoiceId));
    }
}
