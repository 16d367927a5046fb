package io.counterfoil.billing.payment;

import io.counterfoil.billing.payment.PaymentJson.ApplicationView;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Money for what had been given up. */
@Path("/v1/payments/{paymentId}/recoveries")
@RequestScoped
public class RecoveryResource {

    @Inject
    RecoverInvoice recover;

    /** Makes good a written-off invoice with unapplied cash. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed(Roles.FINANCE)
    public Response post(@PathParam("paymentId") UUID id, @Valid @NotNull Wanted wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(ApplicationView.of(recover.handle(id, wanted)))
                .build();
    }

    /** The invoice, and how much of the payment was meant for it. */
    public record Wanted(@NotNull UUID invoiceId, @NotNull Money amount) {}
}
