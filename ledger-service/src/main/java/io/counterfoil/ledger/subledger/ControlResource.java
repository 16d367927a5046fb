package io.counterfoil.ledger.subledger;

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

/** The door through which control accounts are compared with their sub-ledgers. */
@RequestScoped
@Path("/v1/controls")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ControlResource {

    @Inject
    Controls controls;

    @GET
    public ControlJson.Check check(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("asOf") String asOf,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        if (asOf != null && effectiveOn != null) {
            throw new Invalid("?asOf", "is another word for effectiveOn; give one of them");
        }
        LocalDate day = asOf == null
                ? parsed("?effectiveOn", effectiveOn, LocalDate::parse)
                : parsed("?asOf", asOf, LocalDate::parse);
        return controls.check(legalEntityId, day, parsed("?knownAt", knownAt, Instant::parse));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }
}
