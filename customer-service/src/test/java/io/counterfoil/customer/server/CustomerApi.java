package io.counterfoil.customer.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.counterfoil.common.testing.OpenApiAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** The running server as a caller sees it. Every answer is compared with openapi.yaml, to the letter. */
public final class CustomerApi {

    private static final OpenApiAnswers CONTRACT = OpenApiAnswers.of(Path.of("contracts/openapi.yaml"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;

    private CustomerApi(String token) {
        this.token = token;
    }

    /** With a bearer token of this role. */
    public static CustomerApi as(String role) {
        return with(TestTokens.of(role));
    }

    public static CustomerApi with(String token) {
        return new CustomerApi(token);
    }

    public static CustomerApi anonymous() {
        return new CustomerApi(null);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, Map.of());
    }

    public Answer put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body, Map.of());
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, Map.of());
    }

    /** Any call; a body is JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse(null);
        CONTRACT.check(method, path, response.statusCode(), type, response.body());
        return new Answer(response);
    }

    /** Outside the contract: health, the document itself. */
    public static HttpResponse<String> raw(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + System.getProperty(ServerUnderTest.HTTP_PORT) + path);
    }

    /** An answer that keeps the contract. */
    public record Answer(HttpResponse<String> response) {

        /** Fails with the body when the status is another. */
        public Answer expect(int status) {
            Assertions.assertEquals(status, response.statusCode(), response.body());
            return this;
        }

        /** Fails when it is not this problem. */
        public Answer refused(int status, String code) {
            expect(status);
            Assertions.assertEquals(code, text("/code"), response.body());
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
