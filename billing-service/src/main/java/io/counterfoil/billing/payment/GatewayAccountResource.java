package io.counterfoil.billing.payment;

import io.counterfoil.billing.payment.PaymentJson.GatewayPublication;
import io.counterfoil.billing.payment.PaymentJson.GatewayView;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Which legal entity receives which currency through a gateway. */
@Path("/v1/gateway-accounts/{gateway}")
@RequestScoped
public class GatewayAccountResource {

    @Inject
    PublishGatewayAccounts publish;

    @Inject
    GatewayAccounts accounts;

    /** Publishes all accounts of a gateway: an upsert by reference, so If-Match is checked when it is sent. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(
            @PathParam("gateway") String gateway,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull GatewayPublication wanted) {
        return answer(gateway, publish.handle(gateway, wanted, ifMatch));
    }

    /** Reads them. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("gateway") String gateway) {
        GatewayAccounts.Published published = accounts.of(gateway);
        if (published.version() == 0) {
            throw new NotFound("gateway account", gateway);
        }
        return answer(gateway, published);
    }

    private static Response answer(String gateway, GatewayAccounts.Published published) {
        return Response.ok(GatewayView.of(gateway, published))
                .tag(ETags.of(published.version()))
                .build();
    }
}
