package io.counterfoil.customer.merging;

import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Merging customers, and undoing it. */
@RequestScoped
@Path("/v1/customers")
@RolesAllowed(Roles.OPERATOR)
public class MergeResource {

    @Inject
    MergeCustomer merge;

    @Inject
    UnmergeCustomer unmerge;

    @Inject
    Merges merges;

    @Inject
    GoldenRecords records;

    @POST
    @Path("{customerId}/merge")
    @Idempotent
    public Response merge(@PathParam("customerId") UUID customerId, MergeJson.Into body) {
        body.check();
        Merge done = merge.handle(customerId, body.into(), body.reason());
        return answer(records.get(done.survivorId()));
    }

    @POST
    @Path("{customerId}/unmerge")
    @Idempotent
    public Response unmerge(@PathParam("customerId") UUID customerId, MergeJson.Because body) {
        body.check();
        return answer(unmerge.handle(customerId, body.reason()));
    }

    @GET
    @Path("{customerId}/merges")
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR, Roles.AUDITOR})
    public Page<MergeJson.View> list(
            @PathParam("customerId") UUID customerId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        records.get(customerId);
        return merges.of(customerId, cursor, limit);
    }

    private static Response answer(GoldenRecord customer) {
        return Response.ok(new CustomerJson.View(customer, null))
                .tag(ETags.of(customer.version()))
                .build();
    }
}
