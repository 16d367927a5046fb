package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningJson.CaseView;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** The invoices that are dunned, and what was done about them. */
@Path("/v1/dunning-cases")
@RequestScoped
public class DunningCaseResource {

    @Inject
    DunningCases cases;

    @Inject
    DunningActs acts;

    /** The case of an invoice. */
    @GET
    @Path("/{invoiceId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public CaseView get(@PathParam("invoiceId") UUID invoiceId) {
        DunningCase found =
                cases.byInvoice(invoiceId).orElseThrow(() -> new NotFound("dunning case of invoice", invoiceId));
        return CaseView.of(found, acts.of(invoiceId));
    }

    /** A page of cases, without what was done. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<CaseView> list(
            @QueryParam("agreementId") UUID agreementId,
            @QueryParam("state") DunningCase.State state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> cases.page(agreementId, state, after, most),
                        dunned -> dunned.invoiceId())
                .map(dunned -> CaseView.of(dunned, null));
    }
}
