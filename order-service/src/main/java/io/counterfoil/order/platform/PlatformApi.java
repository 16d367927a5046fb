package io.counterfoil.order.platform;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the product platform offers; the key in the path is ours. */
@RegisterRestClient(configKey = "product-platform")
@Path("/v1/entitlements/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface PlatformApi {

    /** Sets up what was sold. */
    @PUT
    Response setUp(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("key") UUID key, String wanted);

    /** What is set up under the key. */
    @GET
    Response find(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("key") UUID key);

    /** Takes it down. */
    @DELETE
    Response takeDown(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("key") UUID key);
}
