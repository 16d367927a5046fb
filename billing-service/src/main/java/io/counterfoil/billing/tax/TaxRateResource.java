package io.counterfoil.billing.tax;

import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.billing.tax.TaxRateJson.TaxRateView;
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
import java.util.Arrays;
import java.util.List;

/** The built-in tax table. */
@Path("/v1/tax-rates/{jurisdiction}/{category}")
@RequestScoped
public class TaxRateResource {

    @Inject
    PublishTaxRate publish;

    @Inject
    TaxRates rates;

    /** Publishes a version of the rate. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public TaxRateView put(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("category") String category,
            @Valid @NotNull Publication wanted) {
        return TaxRateJson.view(publish.handle(jurisdiction, category, wanted));
    }

    /** All versions, the newest first. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<TaxRateView> get(
            @PathParam("jurisdiction") String jurisdiction, @PathParam("category") String category) {
        List<TaxRate> versions = Arrays.stream(TaxCategory.values())
                .filter(known -> known.name().equals(category))
                .flatMap(known -> rates.versions(jurisdiction, known).stream())
                .toList();
        if (versions.isEmpty()) {
            throw new NotFound("tax rate", jurisdiction + "/" + category);
        }
        return new Page<>(versions.stream().map(TaxRateJson::view).toList(), null);
    }
}
