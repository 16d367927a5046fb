package io.counterfoil.order.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the product platform. Not for use within a transaction.
 *
 * <p>The key of a request is the order's id, which the platform takes as its own: the same request again sets up nothing more.
 * A {@link RefusedByPlatform} means that a person must decide; any other exception is technical.
 */
@ApplicationScoped
@Timeout(value = 10, unit = ChronoUnit.SECONDS)
@Bulkhead(20)
@CircuitBreaker(
        requestVolumeThreshold = 20,
        failureRatio = 0.5,
        delay = 5,
        delayUnit = ChronoUnit.SECONDS,
        skipOn = Refusal.class)
public class ProductPlatform {

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    @Inject
    @RestClient
    PlatformApi api;

    @Inject
    @ConfigProperty(name = "product.platform.key", defaultValue = "none")
    String key;

    /** Has it set up; returns the platform's id of it. */
    public String setUp(UUID orderId, SetUp wanted) {
        return read(api.setUp(bearer(), orderId, Json.write(wanted)))
                .path("entitlementId")
                .asText();
    }

    /** What the platform knows of the order, after a request whose outcome nobody knows. */
    public Optional<String> known(UUID orderId) {
        Response response = api.find(bearer(), orderId);
        if (response.getStatus() == NOT_FOUND) {
            response.close();
            return Optional.empty();
        }
        return Optional.of(read(response).path("entitlementId").asText());
    }

    /** Takes it down; what is not there need not be. */
    public void takeDown(UUID orderId) {
        Response response = api.takeDown(bearer(), orderId);
        if (response.getStatus() == NOT_FOUND) {
            response.close();
            return;
        }
        read(response);
    }

    private String bearer() {
        return "Bearer " + key;
    }

    private static JsonNode read(Response response) {
        try (Response answer = response) {
            String text = answer.hasEntity() ? answer.readEntity(String.class) : "";
            JsonNode body = Json.lenient().readTree(text == null || text.isBlank() ? "{}" : text);
            int status = answer.getStatus();
            if (status < 300) {
                return body;
            }
            if (status >= 500 || status == TOO_MANY || status == 401 || status == 403) {
                throw new PlatformUnavailable(status);
            }
            throw new RefusedByPlatform(
                    body.path("code").asText("status-" + status),
                    body.path("message").asText("no reason given"),
                    body.path("final").asBoolean());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the product platform answered what can't be read", unreadable);
        }
    }
}
