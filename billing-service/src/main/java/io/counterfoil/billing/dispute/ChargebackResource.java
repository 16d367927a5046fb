package io.counterfoil.billing.dispute;

import io.counterfoil.billing.dispute.ChargebackJson.ChargebackRequest;
import io.counterfoil.billing.dispute.ChargebackJson.ChargebackView;
import io.counterfoil.billing.dispute.ChargebackJson.Ending;
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

/** The chargebacks; most come by the gateway's webhook. */
@Path("/v1/chargebacks")
@RequestScoped
public class ChargebackResource {

    @Inject
    ChargebackRows rows;

    @Inject
    RecordChargeback record;

    @Inject
    EndChargeback end;

    /** Records what a bank told. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public Response record(@Valid @NotNull ChargebackRequest wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(ChargebackView.of(record.handle(wanted)))
                .build();
    }

    /** Records how it ended. */
    @POST
    @Path("/{disputeId}/ending")
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public ChargebackView end(@PathParam("disputeId") UUID id, @Valid @NotNull Ending ending) {
        return ChargebackView.of(end.handle(id, ending.won()));
    }

    /** One chargeback. */
    @GET
    @Path("/{disputeId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("disputeId") UUID id) {
        Chargeback one = rows.byId(id).orElseThrow(() -> new NotFound("chargeback", id));
        return Response.ok(ChargebackView.of(one)).tag(ETags.of(one.version())).build();
    }

    /** A page of chargebacks. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ChargebackView> list(
            @QueryParam("paymentId") UUID paymentId,
            @QueryParam("state") DisputeState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(paymentId, state, after, most),
                        one -> one.disputeId())
                .map(ChargebackView::of);
    }
}
