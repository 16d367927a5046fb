package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.common.time.BusinessClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a golden record said before, who said what, and how it was on any day. */
@RequestScoped
@Path("/v1/customers")
@RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
public class HistoryResource {

    @Inject
    CustomerQuery query;

    @Inject
    Customers customers;

    @Inject
    History history;

    @Inject
    BusinessClock clock;

    @GET
    @Path("{customerId}/versions")
    @RolesAllowed({Roles.FINANCE, Roles.CONTROLLER, Roles.SUPPORT, Roles.INTEGRATION, Roles.OPERATOR, Roles.AUDITOR})
    public Page<CustomerJson.VersionView> versions(
            @PathParam("customerId") UUID customerId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return query.versions(customerId, cursor, limit);
    }

    @GET
    @Path("{customerId}/provenance")
    public Attributed provenance(@PathParam("customerId") UUID customerId) {
        customers.get(customerId);
        return new Attributed(history.provenance(customerId));
    }

    @GET
    @Path("{customerId}/as-of")
    public JsonNode asOf(
            @PathParam("customerId") UUID customerId,
            @QueryParam("effective") String effective,
            @QueryParam("known") String known) {
        Instant now = clock.now();
        return history.asOf(
                        customerId,
                        Optional.ofNullable(Moment.of("?effective", effective)).orElse(now),
                        Optional.ofNullable(Moment.of("?known", known)).orElse(now))
                .orElseThrow(() -> new NotFound("customer at that time", customerId));
    }

    /** Each attribute with who set it. */
    public record Attributed(List<CustomerJson.Provenance> items) {}
}
