package io.counterfoil.billing.voiding;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
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
import java.util.UUID;

/** Takes an issued invoice back as a whole. */
@Path("/v1/invoices/{invoiceId}/void")
@RequestScoped
public class VoidingResource {

    @Inject
    VoidInvoice voidInvoice;

    /** Voids an invoice. */
    @POST
    @Idempotent(required = true)
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    public Voided post(@PathParam("invoiceId") UUID invoiceId, @Valid @NotNull VoidingRequest wanted) {
        Invoice after = voidInvoice.handle(invoiceId, wanted);
        return new Voided(after.invoiceId(), after.number(), after.state(), after.payable());
    }

    /** What became of it. */
    public record Voided(UUID invoiceId, String invoiceNumber, InvoiceState state, Money amount) {}
}
