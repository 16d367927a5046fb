package io.counterfoil.ledger.schedule;

import io.counterfoil.common.http.Cursor;
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
import java.util.UUID;

/** The door to revenue schedules. */
@RequestScoped
@Path("/v1/revenue-schedules")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.OPERATOR, Roles.AUDITOR, Roles.INTEGRATION})
public class RevenueScheduleResource {

    @Inject
    RevenueSchedules schedules;

    @GET
    public Page<RevenueScheduleJson> list(
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("customerId") UUID customerId,
            @QueryParam("contractId") UUID contractId,
            @QueryParam("invoiceId") UUID invoiceId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        int size = Page.size(limit);
        RevenueSchedules.Filter filter = new RevenueSchedules.Filter(legalEntityId, customerId, contractId, invoiceId);
        return Page.of(schedules.after(Cursor.toLong(cursor), filter, size + 1), size, s -> Cursor.of(s.ordinal()))
                .map(RevenueScheduleJson::of);
    }

    @GET
    @Path("{id}")
    public RevenueScheduleJson.WithPlan one(@PathParam("id") UUID id) {
        return schedules
                .find(id)
                .map(RevenueScheduleJson::withPlan)
                .orElseThrow(() -> new NotFound("revenue schedule", id));
    }
}
