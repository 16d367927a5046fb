package io.counterfoil.common.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells the callers of an operation that is going away: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and a link
 * to its successor, as the service's own {@code openapi.yaml} says.
 */
@Provider
public class Farewell implements ContainerResponseFilter {
    private static final String CONTRACT = "META-INF/openapi.yaml";

    private final LifeCycle lifeCycle;

    public Farewell() {
        this(read(Farewell.class.getClassLoader()));
    }

    Farewell(LifeCycle lifeCycle) {
        this.lifeCycle = lifeCycle;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        String path = request.getUriInfo().getRequestUri().getPath();
        lifeCycle.headers(request.getMethod(), path).forEach((name, value) -> answer.getHeaders()
                .add(name, value));
    }

    private static LifeCycle read(ClassLoader loader) {
        try (InputStream contract = loader.getResourceAsStream(CONTRACT)) {
            return LifeCycle.of(contract == null ? "" : new String(contract.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(CONTRACT + " can't be read", e);
        }
    }
}
