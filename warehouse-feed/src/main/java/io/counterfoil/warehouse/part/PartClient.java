package io.counterfoil.warehouse.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.security.ServiceIdentity;
import io.counterfoil.common.trace.Correlation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** Sends a question as it is. An answer that says that the part can't answer is none. */
@ApplicationScoped
class PartClient {

    static final int PATIENCE_SECONDS = 4;
    private static final int BROKEN = 500;

    @Inject
    Config config;

    private Client client;

    @PostConstruct
    void open() {
        client = ClientBuilder.newBuilder()
                .connectTimeout(1, TimeUnit.SECONDS)
                .readTimeout(PATIENCE_SECONDS - 1L, TimeUnit.SECONDS)
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** @throws PartBroken when the part answers that it failed */
    Reply send(Question question) {
        WebTarget target = client.target(config.getValue(question.part().service() + "/part/url", String.class))
                .path(question.path());
        for (Map.Entry<String, String> parameter : question.query().entrySet()) {
            if (parameter.getValue() != null) {
                target =
                        target.queryParam(parameter.getKey(), "{value}").resolveTemplate("value", parameter.getValue());
            }
        }
        if (question.token() == null) {
            target.register(ServiceIdentity.class);
        }
        try (Response answer = invoked(request(target, question), question)) {
            return reply(question.part(), answer);
        }
    }

    private static Invocation.Builder request(WebTarget target, Question question) {
        Invocation.Builder request = target.request("application/json", "application/problem+json")
                .header("X-Correlation-Id", Correlation.current().correlationId());
        if (question.token() != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + question.token());
        }
        question.headers().forEach(request::header);
        return request;
    }

    private static Response invoked(Invocation.Builder request, Question question) {
        return question.body() == null
                ? request.method(question.method())
                : request.method(question.method(), Entity.entity(question.body(), MediaType.APPLICATION_JSON_TYPE));
    }

    private static Reply reply(Part part, Response answer) {
        String text = answer.hasEntity() ? answer.readEntity(String.class) : "";
        if (answer.getStatus() >= BROKEN) {
            throw new PartBroken(part, answer.getStatus());
        }
        return new Reply(part, answer.getStatus(), tree(text), answer.getHeaderString(HttpHeaders.ETAG), null);
    }

    private static JsonNode tree(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : Json.lenient().readTree(text);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** Counts for the circuit breaker like silence. */
    static final class PartBroken extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        PartBroken(Part part, int status) {
            super(part.service() + " answered " + status);
        }
    }
}
