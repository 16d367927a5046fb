package io.counterfoil.order.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Calls with a token, renewed once when it is refused, and what the answers mean. */
@Dependent
class SalesforceCalls {

    private static final Set<String> PASSING =
            Set.of("UNABLE_TO_LOCK_ROW", "REQUEST_LIMIT_EXCEEDED", "SERVER_UNAVAILABLE", "QUERY_TIMEOUT");

    @Inject
    @RestClient
    SalesforceApi api;

    @Inject
    SalesforceToken token;

    /** All records of a query, over all its pages. */
    List<JsonNode> query(String soql) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode page = read(call(bearer -> api.query(bearer, soql)));
        page.path("records").forEach(records::add);
        while (!page.path("done").asBoolean(true)) {
            String next = page.path("nextRecordsUrl").asText();
            String locator = next.substring(next.lastIndexOf('/') + 1);
            page = read(call(bearer -> api.more(bearer, locator)));
            page.path("records").forEach(records::add);
        }
        return records;
    }

    void update(String recordId, String fields) {
        read(call(bearer -> api.update(bearer, recordId, fields)));
    }

    /** Changes many records, each by itself; returns what became of each, in their order. */
    JsonNode updateAll(String records) {
        return read(call(bearer -> api.updateAll(bearer, records)));
    }

    /** Writes the opportunity with our key, whether it is there or not; returns its record id. */
    String upsert(String key, String fields) {
        return read(call(bearer -> api.upsert(bearer, key, fields))).path("id").asText();
    }

    private Answer call(Function<String, Response> request) {
        String first = token.current();
        Answer answer = answer(request.apply("Bearer " + first));
        return answer.status() == 401 ? answer(request.apply("Bearer " + token.after(first))) : answer;
    }

    private static Answer answer(Response response) {
        try (response) {
            return new Answer(response.getStatus(), response.hasEntity() ? response.readEntity(String.class) : "");
        }
    }

    private static JsonNode read(Answer answer) {
        JsonNode body = parsed(answer);
        if (answer.status() < 300) {
            return body;
        }
        String code = body.path(0).path("errorCode").asText();
        String detail = code + " " + body.path(0).path("message").asText();
        if (answer.status() >= 500 || answer.status() == 401 || answer.status() == 429 || PASSING.contains(code)) {
            throw new SalesforceUnavailable("answered " + answer.status() + " " + detail);
        }
        throw new RefusedBySalesforce(answer.status(), detail);
    }

    private static JsonNode parsed(Answer answer) {
        try {
            return Json.lenient().readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (JsonProcessingException noJson) {
            throw new SalesforceUnavailable("answered " + answer.status() + " with what is no JSON");
        }
    }

    private record Answer(int status, String body) {}
}
