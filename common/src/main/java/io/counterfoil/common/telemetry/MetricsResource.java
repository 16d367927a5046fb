package io.counterfoil.common.telemetry;

import io.counterfoil.common.http.RawBody;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code /metrics} for Prometheus. */
@RequestScoped
@Path("/metrics")
@PermitAll
public class MetricsResource {

    @Inject
    Metrics metrics;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public RawBody metrics() {
        return RawBody.of(metrics.text());
    }
}
