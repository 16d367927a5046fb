package io.counterfoil.common.samples.doors.front;

import io.counterfoil.common.db.Database;
import jakarta.ws.rs.Path;

@Path("/v1/front")
public class FrontResource {
    Database database;

    public String open() {
        return "open";
    }
}
