package io.counterfoil.billing.taxstatus;

import io.counterfoil.billing.taxstatus.Exemption.Kind;
import io.counterfoil.billing.taxstatus.Exemption.Subject;
import io.counterfoil.billing.taxstatus.TaxStatusJson.ExemptionPublication;
import io.counterfoil.billing.taxstatus.TaxStatusJson.ExemptionView;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
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
import java.util.List;

/** Customers and products that are not taxed in a jurisdiction. */
@Path("/v1/tax-exemptions/{kind}/{id}/{jurisdiction}")
@RequestScoped
public class TaxExemptionResource {

    @Inject
    PublishExemption publish;

    @Inject
    TaxStatuses statuses;

    /** Publishes a version of an exemption. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public ExemptionView put(
            @PathParam("kind") Kind kind,
            @PathParam("id") String id,
            @PathParam("jurisdiction") String jurisdiction,
            @Valid @NotNull ExemptionPublication wanted) {
        return TaxStatusJson.view(publish.handle(new Subject(kind, id), jurisdiction, wanted));
    }

    /** All versions, the newest first. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<ExemptionView> get(
            @PathParam("kind") Kind kind, @PathParam("id") String id, @PathParam("jurisdiction") String jurisdiction) {
        List<Exemption> versions = statuses.versions(new Subject(kind, id), jurisdiction);
        if (versions.isEmpty()) {
            throw new NotFound("tax exemption", kind + "/" + id + "/" + jurisdiction);
        }
        return new Page<>(versions.stream().map(TaxStatusJson::view).toList(), null);
    }
}
