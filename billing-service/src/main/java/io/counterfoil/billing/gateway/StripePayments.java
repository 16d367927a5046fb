package io.counterfoil.billing.gateway;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the gateway's API by which money is taken. */
@RegisterRestClient(configKey = "stripe")
@Path("/v1/payment_intents")
@Produces(MediaType.APPLICATION_JSON)
public interface StripePayments {

    /** Takes money; the same key takes it once. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response take(@HeaderParam("Authorization") String bearer, @HeaderParam("Idempotency-Key") String key, String form);

    /** A customer's payments, the newest first. */
    @GET
    Response list(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("customer") String customer,
            @QueryParam("limit") int limit,
            @QueryParam("starting_after") String after,
            @QueryParam("expand[]") String expand);

    /** One payment. */
    @GET
    @Path("{id}")
    Response get(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @QueryParam("expand[]") String expand);
}
