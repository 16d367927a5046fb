package io.counterfoil.order.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The access token of our user at Salesforce, kept until it is refused. */
@ApplicationScoped
class SalesforceToken {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Inject
    @RestClient
    SalesforceApi api;

    @Inject
    SalesforceAssertion assertion;

    private String token;

    /** The token at hand, or a new one. */
    synchronized String current() {
        if (token == null) {
            token = fetch();
        }
        return token;
    }

    /** A newer token than one that was refused; those who come together get the same. */
    synchronized String after(String refused) {
        if (refused.equals(token)) {
            token = fetch();
        }
        return current();
    }

    private String fetch() {
        try (Response answer = api.token(GRANT, assertion.signed())) {
            if (answer.getStatus() != 200) {
                throw new SalesforceUnavailable("the token end point answered " + answer.getStatus());
            }
            return Json.lenient()
                    .readValue(answer.readEntity(String.class), Granted.class)
                    .token();
        } catch (JsonProcessingException unreadable) {
            throw new SalesforceUnavailable("the token end point answered what is no JSON");
        }
    }

    private record Granted(@com.fasterxml.jackson.annotation.JsonProperty("access_token") String token) {}
}
