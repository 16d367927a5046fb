package io.counterfoil.ledger.rate;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** The door to exchange rates; each needs two people before it holds. */
@RequestScoped
@Path("/v1/exchange-rates")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ExchangeRateResource {

    @Inject
    ExchangeRates rates;

    @Inject
    ProposeRate propose;

    @Inject
    DecideRate decide;

    @Inject
    Caller caller;

    @GET
    public Page<ExchangeRateJson> list(
            @QueryParam("baseCurrency") String base,
            @QueryParam("quoteCurrency") String quote,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("validOn") String validOn,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        ExchangeRates.Filter filter = new ExchangeRates.Filter(base, quote, type, state, date(validOn));
        return Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> rates.after(after, filter, most),
                        placed -> placed.ordinal())
                .map(ExchangeRates.Placed::rate);
    }

    @GET
    @Path("{id}")
    public ExchangeRateJson one(@PathParam("id") UUID id) {
        return rates.find(id).orElseThrow(() -> new NotFound("exchange rate", id));
    }

    @POST
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.INTEGRATION})
    @Idempotent
    public Response propose(@Valid @NotNull ExchangeRateJson.Request told) {
        return Response.status(201).entity(propose.handle(told, caller.sub())).build();
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent
    public ExchangeRateJson approve(@PathParam("id") UUID id) {
        return decide.handle(id, DecideRate.Decision.APPROVED, caller.sub());
    }

    @POST
    @Path("{id}/rejection")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER})
    @Idempotent
    public ExchangeRateJson reject(@PathParam("id") UUID id) {
        return decide.handle(id, DecideRate.Decision.REJECTED, caller.sub());
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new Invalid("?validOn", "'" + text + "' is no date such as 2026-01-31");
        }
    }
}
