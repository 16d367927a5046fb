package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.TaxStatusJson.AreaPublication;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Areas between whose countries the buyer accounts for the tax. */
@Path("/v1/tax-areas/{area}")
@RequestScoped
public class TaxAreaResource {

    @Inject
    PublishTaxArea publish;

    @Inject
    TaxStatuses statuses;

    /** Publishes the countries of an area. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response put(@PathParam("area") String area, @Valid @NotNull AreaPublication wanted) {
        return answer(publish.handle(area, wanted));
    }

    /** Reads an area. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Response get(@PathParam("area") String area) {
        return answer(statuses.area(area).orElseThrow(() -> new NotFound("tax area", area)));
    }

    private static Response answer(TaxArea area) {
        return Response.ok(TaxStatusJson.view(area))
                .tag(ETags.of(area.version()))
                .build();
    }
}
