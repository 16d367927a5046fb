package io.counterfoil.billing.refund;

import io.counterfoil.billing.refund.RefundJson.Decision;
import io.counterfoil.billing.refund.RefundJson.PaidByHand;
import io.counterfoil.billing.refund.RefundJson.RefundRequest;
import io.counterfoil.billing.refund.RefundJson.RefundView;
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

/** The refunds: asked for, decided, paid. */
@Path("/v1/refunds")
@RequestScoped
public class RefundResource {

    @Inject
    RefundRows rows;

    @Inject
    RequestRefund request;

    @Inject
    DecideRefund decide;

    @Inject
    ConfirmRefund confirm;

    /** Asks for a refund. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response request(@Valid @NotNull RefundRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(RefundView.of(request.handle(wanted)))
                .build();
    }

    /** A second person decides. */
    @POST
    @Path("/{refundId}/decision")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public RefundView decide(@PathParam("refundId") UUID id, @Valid @NotNull Decision decision) {
        return RefundView.of(decide.handle(id, decision.approved()));
    }

    /** It was paid by hand. */
    @POST
    @Path("/{refundId}/payment")
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public RefundView confirm(@PathParam("refundId") UUID id, @Valid @NotNull PaidByHand paid) {
        return RefundView.of(confirm.handle(id, paid));
    }

    /** One refund. */
    @GET
    @Path("/{refundId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("refundId") UUID id) {
        Refund refund = rows.byId(id, false).orElseThrow(() -> new NotFound("refund", id));
        return Response.ok(RefundView.of(refund))
                .tag(ETags.of(refund.version()))
                .build();
    }

    /** A page of refunds. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<RefundView> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("paymentId") UUID paymentId,
            @QueryParam("state") RefundState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        RefundFilter filter = new RefundFilter(customerId, paymentId, state);
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(filter, after, most),
                        refund -> refund.refundId())
                .map(RefundView::of);
    }
}
