package io.counterfoil.billing.draft;

import io.counterfoil.billing.draft.DraftJson.DraftRequest;
import io.counterfoil.billing.draft.DraftJson.DraftView;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Drafts: drawn up, looked at, issued, discarded. */
@Path("/v1/invoices/drafts")
@RequestScoped
public class DraftResource {

    @Inject
    DrawUpDraft drawUp;

    @Inject
    IssueDraft issue;

    @Inject
    DiscardDraft discard;

    @Inject
    Drafts drafts;

    @Inject
    DraftAmounts amounts;

    /** Draws up a draft. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public Response create(@Valid @NotNull DraftRequest wanted) {
        Draft draft = drawUp.handle(wanted);
        return Response.status(Response.Status.CREATED).entity(view(draft)).build();
    }

    /** Issues a draft. */
    @POST
    @Path("/{draftId}/issue")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE})
    public DraftView issue(@PathParam("draftId") UUID draftId) {
        String number = issue.handle(draftId).map(invoice -> invoice.number()).orElse(null);
        return DraftView.of(find(draftId), null, number);
    }

    /** Discards a draft. */
    @POST
    @Path("/{draftId}/discard")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT})
    public DraftView discard(@PathParam("draftId") UUID draftId) {
        discard.handle(draftId);
        return DraftView.of(find(draftId), null, null);
    }

    /** One draft with what the invoice would say. */
    @GET
    @Path("/{draftId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("draftId") UUID draftId) {
        Draft draft = find(draftId);
        return Response.ok(view(draft)).tag(ETags.of(draft.version())).build();
    }

    /** A page of drafts. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<DraftView> list(
            @QueryParam("agreementId") UUID agreementId,
            @QueryParam("state") DraftState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> drafts.page(agreementId, state, after, most),
                        draft -> draft.draftId())
                .map(draft -> DraftView.of(draft, null, null));
    }

    private DraftView view(Draft draft) {
        return DraftView.of(draft, amounts.handle(draft), null);
    }

    private Draft find(UUID draftId) {
        return drafts.byId(draftId, false).orElseThrow(() -> new NotFound("draft", draftId));
    }
}
