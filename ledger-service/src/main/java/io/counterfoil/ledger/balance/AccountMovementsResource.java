package io.counterfoil.ledger.balance;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.ledger.entity.Books;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.function.Function;

/** The door to movements by account and month. */
@RequestScoped
@Path("/v1/account-movements")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class AccountMovementsResource {

    private static final int MANY = 120;

    @Inject
    AccountMovements movements;

    @Inject
    Books books;

    @GET
    public AccountMovementsJson list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("amounts") @DefaultValue("TRANSACTION") AccountMovementsJson.Amounts amounts) {
        String entity = books.of(required("?legalEntityId", legalEntityId)).legalEntityId();
        YearMonth first = parsed("?from", required("?from", from), YearMonth::parse);
        YearMonth last = parsed("?to", required("?to", to), YearMonth::parse);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MANY))) {
            throw new Invalid("?to", "must not be before ?from, nor more than " + MANY + " months after it");
        }
        return movements.of(entity, first, last, parsed("?knownAt", knownAt, Instant::parse), amounts);
    }

    private static String required(String name, String text) {
        if (text == null || text.isBlank()) {
            throw new Invalid(name, "is required");
        }
        return text;
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }
}
