package io.counterfoil.warehouse.view;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** An account for each audience, under a path of its own with roles of its own. */
@RequestScoped
@Path("/v1/views")
public class ViewResource {

    private static final int USUAL_ORDERS = 20;
    private static final int MOST_ORDERS = 50;

    @Inject
    Compose compose;

    @Inject
    PartnerOrders orders;

    @GET
    @Path("crm/accounts/{id}")
    @RolesAllowed({Roles.SALES, Roles.OPERATOR})
    public View crm(@PathParam("id") String id) {
        return compose.view(Audience.CRM, id);
    }

    @GET
    @Path("support/accounts/{id}")
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR})
    public View support(@PathParam("id") String id) {
        return compose.view(Audience.SUPPORT, id);
    }

    @GET
    @Path("finance/accounts/{id}")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.AUDITOR})
    public View finance(@PathParam("id") String id) {
        return compose.view(Audience.FINANCE, id);
    }

    /** The partner's own orders; it has no account but them. */
    @GET
    @Path("partner/orders")
    @RolesAllowed(Roles.PARTNER)
    public PartnerOrders.Page partner(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        if (limit != null && (limit < 1 || limit > MOST_ORDERS)) {
            throw new Invalid("?limit", "must be from 1 to " + MOST_ORDERS);
        }
        return orders.page(limit == null ? USUAL_ORDERS : limit, cursor);
    }
}
