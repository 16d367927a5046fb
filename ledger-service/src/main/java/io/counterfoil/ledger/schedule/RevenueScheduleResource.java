package io.counterfoil.ledger.schedule;

import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The door to revenue schedules. */
@RequestScoped
@Path("/v1/revenue-schedules")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class RevenueScheduleResource {

    @Inject
    RevenueSchedules schedules;

    @Inject
    SchedulesThen then;

    @Inject
    Amendments amendments;

    @GET
    public Page<RevenueScheduleJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        RevenueSchedules.Filter filter = new RevenueSchedules.Filter(legalEntityId, customerId, contractId, invoiceId);
        AsOf asOf = asOf(effectiveOn, knownAt);
        long after = Cursor.toLong(cursor);
        List<RevenueSchedule> found =
                asOf.isPast() ? then.after(after, filter, asOf, size + 1) : schedules.after(after, filter, size + 1);
        Map<UUID, UUID> causes = amendments.of(found);
        return Page.of(found, size, s -> Cursor.of(s.ordinal())).map(one -> RevenueScheduleJson.of(one, causes));
    }

    @GET
    @Path("{id}")
    public RevenueScheduleJson.WithPlan one(
            @PathParam("id") UUID id,
            @QueryParam("effectiveOn") String effectiveOn,
            @QueryParam("knownAt") String knownAt) {
        AsOf asOf = asOf(effectiveOn, knownAt);
        return (asOf.isPast() ? then.find(id, asOf) : schedules.find(id))
                .map(found -> RevenueScheduleJson.withPlan(found, amendments.of(List.of(found))))
                .orElseThrow(() -> new NotFound("revenue schedule", id));
    }

    private static AsOf asOf(String effectiveOn, String knownAt) {
        return new AsOf(
                parsed("?effectiveOn", effectiveOn, LocalDate::parse), parsed("?knownAt", knownAt, Instant::parse));
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException wrong) {
            throw new Invalid(name, "'" + text + "' is not as ISO 8601 writes it");
        }
    }
}
