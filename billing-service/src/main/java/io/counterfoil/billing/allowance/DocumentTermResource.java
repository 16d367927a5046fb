package io.counterfoil.billing.allowance;

import io.counterfoil.billing.allowance.DocumentTermJson.Publication;
import io.counterfoil.billing.allowance.DocumentTermJson.View;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Allowances and charges of whole documents, as they are agreed for a legal entity, a customer or a contract. */
@Path("/v1/document-terms")
@RequestScoped
public class DocumentTermResource {

    @Inject
    PublishDocumentTerm publish;

    @Inject
    DocumentTermRows rows;

    /** The newest version of each, by id. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<View> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.key(cursor),
                        (after, most) -> rows.page(legalEntityId, after, most),
                        last -> last.termId())
                .map(View::of);
    }

    /** The newest version of one. */
    @GET
    @Path("/{termId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public View get(@PathParam("termId") String termId) {
        return View.of(rows.newest(termId).orElseThrow(() -> new NotFound("document term", termId)));
    }

    /** Publishes a version. */
    @PUT
    @Path("/{termId}")
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public View put(
            @PathParam("termId") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String termId,
            @Valid @NotNull Publication wanted) {
        return View.of(publish.handle(termId, wanted));
    }
}
