package io.counterfoil.warehouse.view;

import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** An account for each audience, under a path of its own with roles of its own. */
@RequestScoped
@Path("/v1/views")
public class ViewResource {

    @Inject
    Compose compose;

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
}
