package io.counterfoil.common.samples.changes;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** One with two names. */
@Path("/v1/tax-rates/{a}/{b}")
public class Rates {
    @PUT
    public void put() {}
}
