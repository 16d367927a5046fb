package io.counterfoil.ledger.receivable;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** The door to receivables. */
@RequestScoped
@Path("/v1/receivables")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class ReceivableResource {

    @Inject
    Receivables receivables;

    @Inject
    Ageing ageing;

    @Inject
    CustomerAccounts accounts;

    @GET
    public ReceivableJson.TotalledPage list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("currency") String currency,
            @QueryParam("state") @DefaultValue("OPEN") ReceivableState state,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Receivables.Filter filter = new Receivables.Filter(
                legalEntityId,
                customerId,
                currency,
                state,
                date("?effectiveOn", effectiveOn),
                instant("?knownAt", knownAt));
        Page<ReceivableJson> page = Page.read(
                        limit,
                        Cursor.toLong(cursor),
                        (after, most) -> receivables.after(after, filter, most),
                        placed -> placed.ordinal())
                .map(Receivables.Placed::item);
        return new ReceivableJson.TotalledPage(page.items(), page.nextCursor(), receivables.totals(filter));
    }

    @GET
    @Path("ageing")
    public ReceivableJson.Ageing ageing(
            @QueryParam("asOf") String asOf,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("currency") String currency,
            @QueryParam("buckets") @DefaultValue("30,60,90") String buckets,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        if (asOf != null && effectiveOn != null) {
            throw new Invalid("?asOf", "is another word for effectiveOn; give one of them");
        }
        LocalDate day = asOf == null ? date("?effectiveOn", effectiveOn) : date("?asOf", asOf);
        Ageing.Asked asked = new Ageing.Asked(day, instant("?knownAt", knownAt), legalEntityId, customerId, currency);
        return ageing.of(asked, Ageing.bounds(buckets), Cursor.key(cursor), Page.size(limit));
    }

    @GET
    @Path("statement")
    public ReceivableJson.Statement statement(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("knownAt") String knownAt) {
        if (customerId == null) {
            throw new Invalid("?customerId", "is required");
        }
        return accounts.statement(
                customerId, legalEntityId, date("?from", from), date("?to", to), instant("?knownAt", knownAt));
    }

    @GET
    @Path("exposure")
    public ReceivableJson.Exposure exposure(
            @QueryParam("customerId") UUID customerId,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        if (customerId == null) {
            throw new Invalid("?customerId", "is required");
        }
        return accounts.exposure(customerId, date("?effectiveOn", effectiveOn), instant("?knownAt", knownAt));
    }

    private static LocalDate date(String name, String text) {
        return parsed(name, text, LocalDate::parse);
    }

    private static Instant instant(String name, String text) {
        return parsed(name, text, Instant::parse);
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }

    @GET
    @Path("{invoiceId}")
    public ReceivableJson.WithApplications one(@PathParam("invoiceId") UUID invoiceId) {
        return receivables.find(invoiceId).orElseThrow(() -> new NotFound("receivable of invoice", invoiceId));
    }
}
