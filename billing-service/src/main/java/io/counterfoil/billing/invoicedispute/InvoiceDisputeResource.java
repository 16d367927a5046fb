package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.invoicedispute.DisputeJson.Claim;
import io.counterfoil.billing.invoicedispute.DisputeJson.Decision;
import io.counterfoil.billing.invoicedispute.DisputeJson.DisputeView;
import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.common.http.Cursor;
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

/** Amounts that customers dispute, and what was decided. */
@Path("/v1/invoice-disputes")
@RequestScoped
public class InvoiceDisputeResource {

    @Inject
    OpenDispute open;

    @Inject
    DecideDispute decide;

    @Inject
    InvoiceDisputes disputes;

    /** Notes that a customer disputes an amount. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response post(@Valid @NotNull Claim claim) {
        return Response.status(Response.Status.CREATED)
                .entity(DisputeView.of(open.handle(claim)))
                .build();
    }

    /** Accepts the dispute, by a credit memo, or rejects it. */
    @POST
    @Path("/{disputeId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION})
    public DisputeView decide(@PathParam("disputeId") UUID id, @Valid @NotNull Decision decision) {
        return DisputeView.of(decide.handle(id, decision));
    }

    /** One dispute. */
    @GET
    @Path("/{disputeId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public DisputeView get(@PathParam("disputeId") UUID id) {
        return DisputeView.of(disputes.byId(id, false).orElseThrow(() -> new NotFound("invoice dispute", id)));
    }

    /** A page of disputes. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<DisputeView> list(
            @QueryParam("state") State state,
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> disputes.page(state, invoiceId, after, most),
                        dispute -> dispute.disputeId())
                .map(DisputeView::of);
    }
}
