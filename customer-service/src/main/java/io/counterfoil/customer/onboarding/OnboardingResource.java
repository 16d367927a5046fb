package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.audit.KeepsTrail;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import io.counterfoil.customer.customer.CustomerJson;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Customers over HTTP by the ids of other systems. */
@RequestScoped
@Path("/v1/customers/by-reference/{system}/{externalId}")
public class OnboardingResource {

    @Inject
    OnboardCustomer onboard;

    @Inject
    ParkAmbiguity park;

    @Inject
    Identities identities;

    @Inject
    GoldenRecords records;

    @PUT
    @RolesAllowed({Roles.INTEGRATION, Roles.OPERATOR})
    @KeepsTrail
    public Response onboard(
            @PathParam("system") String system,
            @PathParam("externalId") String externalId,
            @QueryParam("sourceVersion") Long sourceVersion,
            @QueryParam("handling") String handling,
            JsonNode body) {
        ExternalReference reference = new ExternalReference(system, externalId);
        Said said = Said.of(body, sourceVersion, handling);
        try {
            return answer(onboard.handle(reference, said));
        } catch (AmbiguousMatch undecided) {
            park.handle(reference, said, undecided);
            throw undecided;
        }
    }

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
    public Response one(@PathParam("system") String system, @PathParam("externalId") String externalId) {
        ExternalReference reference = new ExternalReference(system, externalId);
        UUID holder =
                identities.holderOf(reference).orElseThrow(() -> new NotFound("customer with reference", reference));
        GoldenRecord customer = records.get(holder);
        return Response.ok(new CustomerJson.View(customer, null))
                .tag(ETags.of(customer.version()))
                .build();
    }

    private static Response answer(OnboardCustomer.Onboarded onboarded) {
        GoldenRecord customer = onboarded.customer();
        URI location = URI.create("/v1/customers/" + customer.customerId());
        Response.ResponseBuilder answer = onboarded.isNew() ? Response.created(location) : Response.ok();
        return answer.entity(new CustomerJson.View(customer, onboarded.by()))
                .tag(ETags.of(customer.version()))
                .build();
    }
}
