package io.counterfoil.common.samples.changes;

import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;

/** A resource as services have them. */
@Path("/v1/write-offs")
public class WriteOffs {
    @GET
    public Page<String> list(@QueryParam("limit") Integer limit) {
        throw new AssertionError("a list is not what was changed");
    }

    @GET
    @Path("{id}")
    public Map<String, UUID> one(@PathParam("id") UUID id) {
        if (id.equals(new UUID(0, 1))) {
            throw new IllegalStateException("broken");
        }
        if (id.getMostSignificantBits() == 0) {
            throw new NotFound("write-off", id);
        }
        return Map.of("id", id);
    }

    @PUT
    @Path("{id}")
    public void put() {}

    @PATCH
    @Path("/{id}")
    public void patch() {}

    @DELETE
    @Path("{id}")
    public void remove() {}

    @POST
    public void create() {}

    @POST
    @Path("{id}/decision")
    public void decide() {}

    @POST
    @Path("{id}/relationships/{other}/end")
    public void end() {}

    @DELETE
    @Path("{id}/relationships/{other}")
    public void takeBack() {}
}
