package io.counterfoil.ledger.consolidation;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The door to the books of the group. */
@RequestScoped
@Path("/v1/consolidated-trial-balances")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR})
public class ConsolidationResource {

    @Inject
    Consolidation consolidation;

    @GET
    public ConsolidationJson consolidated(@QueryParam("currency") String currency, @QueryParam("asOf") String asOf) {
        if (currency == null) {
            throw new Invalid("?currency", "is required: the currency of the group");
        }
        Money.decimals(currency);
        return consolidation.of(currency, date(asOf));
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new Invalid("?asOf", "'" + text + "' is no date such as 2026-01-31");
        }
    }
}
