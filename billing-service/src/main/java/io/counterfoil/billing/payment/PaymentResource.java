package io.counterfoil.billing.payment;

import io.counterfoil.billing.payment.PaymentJson.Application;
import io.counterfoil.billing.payment.PaymentJson.ApplicationView;
import io.counterfoil.billing.payment.PaymentJson.Fee;
import io.counterfoil.billing.payment.PaymentJson.FeeView;
import io.counterfoil.billing.payment.PaymentJson.ManualPayment;
import io.counterfoil.billing.payment.PaymentJson.PaymentView;
import io.counterfoil.billing.payment.PaymentJson.Why;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
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

/** The payments, and what finance does with unapplied cash. */
@Path("/v1/payments")
@RequestScoped
public class PaymentResource {

    @Inject
    PaymentRows rows;

    @Inject
    ApplyPayment apply;

    @Inject
    RecordManualPayment manual;

    @Inject
    UnapplyPayment unapply;

    @Inject
    ReturnPayment back;

    @Inject
    ChargeFee fees;

    /** One payment with its applications. */
    @GET
    @Path("/{paymentId}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("paymentId") UUID id) {
        Payment payment = rows.byId(id, false).orElseThrow(() -> new NotFound("payment", id));
        return Response.ok(PaymentView.of(payment, rows.applications(payment)))
                .tag(ETags.of(payment.version()))
                .build();
    }

    /** A page of payments; {@code unapplied=true} is finance's list of money without a place. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<PaymentView> list(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("state") PaymentState state,
            @QueryParam("gatewayReference") String gatewayReference,
            @QueryParam("unapplied") String unapplied,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        PaymentFilter filter = new PaymentFilter(customerId, state, gatewayReference, yesOrNo(unapplied));
        return Page.read(
                        limit,
                        Cursor.toUuid(cursor),
                        (after, most) -> rows.page(filter, after, most),
                        payment -> payment.paymentId())
                .map(payment -> PaymentView.of(payment, null));
    }

    /** Applies unapplied cash to an invoice. */
    @POST
    @Path("/{paymentId}/applications")
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public Response apply(@PathParam("paymentId") UUID id, @Valid @NotNull Application wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(ApplicationView.of(apply.handle(id, wanted)))
                .build();
    }

    /** Records money that came outside the gateway. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION})
    public Response record(@Valid @NotNull ManualPayment wanted) {
        Payment payment = manual.handle(wanted);
        return Response.status(Response.Status.CREATED)
                .entity(PaymentView.of(payment, rows.applications(payment)))
                .build();
    }

    /** Takes cash off an invoice. */
    @POST
    @Path("/{paymentId}/applications/{applicationId}/reversal")
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public PaymentView unapply(
            @PathParam("paymentId") UUID id, @PathParam("applicationId") UUID applicationId, @Valid @NotNull Why why) {
        return PaymentView.of(unapply.handle(id, applicationId, why), null);
    }

    /** The bank took it back. */
    @POST
    @Path("/{paymentId}/return")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION})
    public PaymentView returned(@PathParam("paymentId") UUID id, @Valid @NotNull Why why) {
        return PaymentView.of(back.handle(id, why), null);
    }

    /** Records a fee. */
    @POST
    @Path("/{paymentId}/fees")
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.INTEGRATION})
    public Response charge(@PathParam("paymentId") UUID id, @Valid @NotNull Fee fee) {
        FeeView made = new FeeView(fees.handle(id, fee), id, fee.kind(), fee.amount());
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    private static Boolean yesOrNo(String unapplied) {
        if (unapplied == null || unapplied.equals("true") || unapplied.equals("false")) {
            return unapplied == null ? null : Boolean.valueOf(unapplied);
        }
        throw new Invalid("?unapplied", "must be true or false");
    }
}
