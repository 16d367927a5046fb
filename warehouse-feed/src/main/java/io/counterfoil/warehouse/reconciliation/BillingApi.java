package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of billing-service's API that a reconciliation needs. */
@RegisterRestClient(configKey = "billing-service")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public interface BillingApi {

    /** How far billing has published. */
    @GET
    @Path("position")
    String position();

    /** Counts, amounts and digests up to a position. */
    @GET
    @Path("totals")
    String totals(@QueryParam("position") long position);

    /** The documents behind one total. */
    @GET
    @Path("documents")
    String documents(
            @QueryParam("position") long position,
            @QueryParam("kind") String kind,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("currency") String currency,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);
}
