package io.counterfoil.billing.orderpreview;

import io.counterfoil.billing.orderpreview.OrderPreviewJson.Preview;
import io.counterfoil.billing.orderpreview.OrderPreviewJson.Wanted;
import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Says what an order would be invoiced. Nothing is stored, so a repeat is harmless and needs no key. */
@Path("/v1/order-previews")
@RequestScoped
public class OrderPreviewResource {

    @Inject
    PreviewOrder preview;

    /** The invoices over the whole term, to the cent. */
    @POST
    @RolesAllowed({Roles.SALES, Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR})
    @NoChange
    public Preview preview(@Valid @NotNull Wanted wanted) {
        return preview.handle(wanted);
    }
}
