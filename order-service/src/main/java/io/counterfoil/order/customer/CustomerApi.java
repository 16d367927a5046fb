package io.counterfoil.order.customer;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of customer-service's API that an order needs. */
@RegisterRestClient(configKey = "customer-service")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CustomerApi {

    /**
     * Matches or creates the customer behind an outside id.
     *
     * @param handling {@code record}: what another system owns is kept beside, and the rest is taken
     */
    @PUT
    @Path("by-reference/{system}/{id}")
    Response propose(
            @PathParam("system") String system,
            @PathParam("id") String id,
            @QueryParam("handling") String handling,
            String proposal);

    /** One golden record. */
    @GET
    @Path("{customerId}")
    Response get(@PathParam("customerId") UUID customerId);
}
