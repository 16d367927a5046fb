package io.counterfoil.billing.gateway;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the gateway's API that we call. */
@RegisterRestClient(configKey = "stripe")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface StripeApi {

    /** Pays money back; the same key pays it once. */
    @POST
    @Path("refunds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Response refund(
            @HeaderParam("Authorization") String bearer, @HeaderParam("Idempotency-Key") String key, String form);

    /** What was paid back of a payment. */
    @GET
    @Path("refunds")
    Response refunds(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("payment_intent") String paymentIntent,
            @QueryParam("limit") int limit);
}
