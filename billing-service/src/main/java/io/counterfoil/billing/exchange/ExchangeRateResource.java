package io.counterfoil.billing.exchange;

import io.counterfoil.billing.exchange.ExchangeRateJson.Publication;
import io.counterfoil.billing.exchange.ExchangeRateJson.View;
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

/** Rates of exchange for the tax in the national currency. */
@Path("/v1/tax-exchange-rates/{from}/{to}")
@RequestScoped
public class ExchangeRateResource {

    @Inject
    PublishExchangeRate publish;

    @Inject
    ExchangeRates rates;

    /** Publishes a rate. */
    @PUT
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public View put(@PathParam("from") String from, @PathParam("to") String to, @Valid @NotNull Publication wanted) {
        return ExchangeRateJson.view(publish.handle(from, to, wanted));
    }

    /** The rates by their first day, the latest first. */
    @GET
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<View> get(@PathParam("from") String from, @PathParam("to") String to) {
        List<ExchangeRate> known = rates.all(from, to);
        if (known.isEmpty()) {
            throw new NotFound("exchange rate", from + "/" + to);
        }
        return new Page<>(known.stream().map(ExchangeRateJson::view).toList(), null);
    }
}
