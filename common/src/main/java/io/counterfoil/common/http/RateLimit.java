package io.counterfoil.common.http;

import io.counterfoil.common.security.Caller;
import io.counterfoil.common.trouble.TroubleClass;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * So many requests a minute for each client, per replica; 0 switches it off. The answer tells by {@code RateLimit} and
 * {@code RateLimit-Policy} what is left.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION + 200)
public class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String LEFT = RateLimit.class.getName();
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    @ConfigProperty(name = "http.requests.per.minute", defaultValue = "60000")
    long perMinute;

    @Inject
    Caller caller;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext request) {
        if (perMinute == 0) {
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(caller.sub(), client -> bucket()).tryConsumeAndReturnRemaining(1);
        request.setProperty(LEFT, probe.getRemainingTokens());
        if (!probe.isConsumed()) {
            throw new TooManyRequests(perMinute);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object left = request.getProperty(LEFT);
        if (left != null) {
            response.getHeaders()
                    .putSingle("RateLimit-Policy", "\"client\";q=" + perMinute + ";w=" + WINDOW.toSeconds());
            response.getHeaders().putSingle("RateLimit", "\"client\";r=" + left + ";t=" + WINDOW.toSeconds());
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }

    /** The client has used up its requests of this minute. */
    public static final class TooManyRequests extends Refusal {
        TooManyRequests(long perMinute) {
            super(
                    429,
                    TroubleClass.SCHEMA,
                    "More than " + perMinute + " requests in a minute",
                    "Wait as Retry-After says, then go on more slowly.");
        }
    }
}
