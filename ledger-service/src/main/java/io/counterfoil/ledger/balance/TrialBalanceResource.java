package io.counterfoil.ledger.balance;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** The door to trial balances. */
@RequestScoped
@Path("/v1/trial-balances")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class TrialBalanceResource {

    @Inject
    TrialBalances balances;

    @GET
    public TrialBalanceJson.All list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("asOf") String asOf,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        if (asOf != null && effectiveOn != null) {
            throw new Invalid("?asOf", "is another word for effectiveOn; give one of them");
        }
        LocalDate date = asOf == null
                ? parsed("?effectiveOn", effectiveOn, LocalDate::parse)
                : parsed("?asOf", asOf, LocalDate::parse);
        Instant known = parsed("?knownAt", knownAt, Instant::parse);
        return new TrialBalanceJson.All(date, known, balances.of(legalEntityId, date, known));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }
}
