package io.counterfoil.common.security;

import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Makes a REST client call as this service: its own bearer token, and the correlation id of the work at hand. */
public class ServiceIdentity implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        ServiceToken token = CDI.current().select(ServiceToken.class).get();
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.current());
        request.getHeaders().putSingle("X-Correlation-Id", Correlation.current().correlationId());
    }
}
