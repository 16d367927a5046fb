package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of ledger-service's API that a reconciliation needs. */
@RegisterRestClient(configKey = "ledger-service")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
public interface LedgerApi {

    /** How far the ledger has taken billing's history, and published its own. */
    @GET
    @Path("position")
    String position();

    /** Counts, amounts and digests of receivables and journal, up to a position of billing's history. */
    @GET
    @Path("totals")
    String totals(@QueryParam("position") long position);

    /** The documents behind one total of one side. */
    @GET
    @Path("documents")
    String documents(
            @QueryParam("position") long position,
            @QueryParam("side") String side,
            @QueryParam("kind") String kind,
            @QueryParam("legalEntityId") String legalEntityId,
            @QueryParam("currency") String currency,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);
}
