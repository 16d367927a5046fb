package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Calls the gateway: an answer with a meaning, or {@link GatewayUnavailable}. */
@Dependent
class StripeCalls {

    private static final String NO_KEY = "none";

    @Inject
    @ConfigProperty(name = "stripe.api.key", defaultValue = NO_KEY)
    String key;

    boolean hasKey() {
        return !key.equals(NO_KEY);
    }

    /** What it answers to a request that is made with our credentials. */
    StripeAnswer of(Function<String, Response> request) {
        try (Response response = request.apply("Bearer " + key)) {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            return new StripeAnswer(response.getStatus(), Json.lenient().readTree(body.isBlank() ? "{}" : body));
        } catch (ProcessingException silent) {
            throw new GatewayUnavailable("the gateway did not answer: " + silent.getMessage());
        } catch (JsonProcessingException noJson) {
            throw new GatewayUnavailable("the gateway answered what is no JSON");
        }
    }
}
