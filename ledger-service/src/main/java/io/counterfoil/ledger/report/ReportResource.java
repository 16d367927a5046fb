package io.counterfoil.ledger.report;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.schedule.AsOf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Function;

/** The door to the reports on revenue. */
@RequestScoped
@Path("/v1/reports")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ReportResource {

    private static final int MANY = 120;

    @Inject
    DeferredRollForward rollForward;

    @Inject
    RevenueWaterfall waterfall;

    @Inject
    RemainingObligations remaining;

    @Inject
    Books books;

    @Inject
    BusinessClock clock;

    @GET
    @Path("deferred-roll-forward")
    public ReportJson.RollForward rollForward(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        YearMonth first = parsed("?from", required("?from", from), YearMonth::parse);
        YearMonth last = parsed("?to", required("?to", to), YearMonth::parse);
        if (last.isBefore(first) || last.isAfter(first.plusMonths(MANY))) {
            throw new Invalid("?to", "must not be before ?from, nor more than " + MANY + " months after it");
        }
        return rollForward.of(entity(legalEntityId), first, last, asOf(effectiveOn, knownAt));
    }

    @GET
    @Path("revenue-waterfall")
    public ReportJson.Waterfall waterfall(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("from") String from,
            @QueryParam("months") @DefaultValue("12") int months,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        if (months < 1 || months > MANY) {
            throw new Invalid("?months", "must be between 1 and " + MANY);
        }
        YearMonth first = parsed("?from", required("?from", from), YearMonth::parse);
        return waterfall.of(entity(legalEntityId), first, months, asOf(effectiveOn, knownAt));
    }

    @GET
    @Path("remaining-obligations")
    public ReportJson.Remaining remaining(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        LocalDate day = effectiveOn == null
                ? books.of(entity(legalEntityId)).dayOf(clock.now())
                : parsed("?effectiveOn", effectiveOn, LocalDate::parse);
        return remaining.of(entity(legalEntityId), contractId, day, parsed("?knownAt", knownAt, Instant::parse));
    }

    private static AsOf asOf(String effectiveOn, String knownAt) {
        return new AsOf(
                parsed("?effectiveOn", effectiveOn, LocalDate::parse), parsed("?knownAt", knownAt, Instant::parse));
    }

    private String entity(String legalEntityId) {
        return books.of(required("?legalEntityId", legalEntityId)).legalEntityId();
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
