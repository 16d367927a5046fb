package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Idempotent;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The golden record over HTTP, by its own id. */
@RequestScoped
@Path("/v1/customers")
public class CustomerResource {

    @Inject
    CustomerQuery query;

    @Inject
    Customers customers;

    @Inject
    CreateCustomer create;

    @Inject
    ChangeCustomer change;

    @Inject
    MoveCustomer move;

    @Inject
    LinkReference link;

    @GET
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Page<CustomerJson.View> list(
            @QueryParam("taxId") String taxId,
            @QueryParam("name") String name,
            @QueryParam("reference") String reference,
            @QueryParam("state") CustomerState state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return query.list(new CustomerQuery.Filters(taxId, name, reference, state), cursor, limit)
                .map(customer -> new CustomerJson.View(customer, null));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OPERATOR)
    public Response create(JsonNode body) {
        CustomerJson.NewCustomer wanted = CustomerJson.NewCustomer.of(body);
        GoldenRecord made = create.handle(wanted.proposal(), wanted.references());
        return Response.created(URI.create("/v1/customers/" + made.customerId()))
                .entity(new CustomerJson.View(made, null))
                .tag(ETags.of(made.version()))
                .build();
    }

    @GET
    @Path("{customerId}")
    @RolesAllowed({
        Roles.SALES,
        Roles.FINANCE,
        Roles.CONTROLLER,
        Roles.SUPPORT,
        Roles.INTEGRATION,
        Roles.OPERATOR,
        Roles.AUDITOR
    })
    public Response one(@PathParam("customerId") UUID customerId) {
        GoldenRecord found = customers.get(customerId);
        return found.mergedInto() == null ? answer(found) : elsewhere(found);
    }

    @PATCH
    @Path("{customerId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR})
    public Response change(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") String reason,
            @QueryParam("effectiveFrom") String effectiveFrom,
            JsonNode patch) {
        ChangeCustomer.Because because = new ChangeCustomer.Because(reason, Moment.of("?effectiveFrom", effectiveFrom));
        return answer(change.handle(customerId, ifMatch, patch, because));
    }

    @PUT
    @Path("{customerId}/state")
    @RolesAllowed({Roles.FINANCE, Roles.OPERATOR})
    public Response move(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            CustomerJson.Move body) {
        body.check();
        return answer(move.handle(customerId, ifMatch, body.state(), body.reason()));
    }

    @PUT
    @Path("{customerId}/references/{system}/{externalId}")
    @RolesAllowed(Roles.OPERATOR)
    public Response link(
            @PathParam("customerId") UUID customerId,
            @PathParam("system") String system,
            @PathParam("externalId") String externalId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(link.handle(customerId, ifMatch, new ExternalReference(system, externalId)));
    }

    /** Where a merged customer lives on; it may come back, so this is not for ever. */
    private static Response elsewhere(GoldenRecord merged) {
        return Response.temporaryRedirect(URI.create("/v1/customers/" + merged.mergedInto()))
                .build();
    }

    private static Response answer(GoldenRecord customer) {
        return Response.ok(new CustomerJson.View(customer, null))
                .tag(ETags.of(customer.version()))
                .build();
    }
}
