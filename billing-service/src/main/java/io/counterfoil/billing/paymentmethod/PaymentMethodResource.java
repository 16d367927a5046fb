package io.counterfoil.billing.paymentmethod;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a customer pays without being asked again. */
@Path("/v1/payment-methods/{customerId}")
@RequestScoped
public class PaymentMethodResource {

    @Inject
    StorePaymentMethod store;

    @Inject
    RemovePaymentMethod remove;

    @Inject
    PaymentMethods methods;

    /** Stores the method: an upsert by reference, so If-Match is checked when it is sent, and not required. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response put(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Wanted wanted) {
        return answer(store.handle(customerId, wanted, ifMatch));
    }

    /** The stored method. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("customerId") UUID customerId) {
        return answer(methods.of(customerId).orElseThrow(() -> new NotFound("payment method of customer", customerId)));
    }

    /** Forgets it. */
    @DELETE
    @RolesAllowed({Roles.FINANCE, Roles.SUPPORT, Roles.INTEGRATION})
    public Response delete(@PathParam("customerId") UUID customerId) {
        remove.handle(customerId);
        return Response.noContent().build();
    }

    private static Response answer(PaymentMethod method) {
        return Response.ok(new View(
                        method.customerId(),
                        method.gateway(),
                        method.gatewayCustomer(),
                        method.gatewayMethod(),
                        method.version()))
                .tag(ETags.of(method.version()))
                .build();
    }

    /** What is to be stored: the gateway's own ids. */
    public record Wanted(
            @NotNull @Pattern(regexp = "stripe") String gateway,
            @NotNull @Pattern(regexp = "cus_[A-Za-z0-9]{1,250}") String gatewayCustomer,
            @NotNull @Pattern(regexp = "(pm|card|src|ba)_[A-Za-z0-9_]{1,250}") String gatewayMethod) {}

    /** A method on the wire. */
    public record View(UUID customerId, String gateway, String gatewayCustomer, String gatewayMethod, int version) {}
}
