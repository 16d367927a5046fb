package io.counterfoil.ledger.dryrun;

import io.counterfoil.common.security.ServiceIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the archive's API that a dry run needs. */
@RegisterRestClient(configKey = "warehouse-feed")
@RegisterProvider(ServiceIdentity.class)
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
public interface ArchiveApi {

    /** The events with these ids, as far as they are archived. */
    @GET
    String events(@QueryParam("id") List<UUID> ids, @QueryParam("limit") int limit);
}
