package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** sObject collections: up to 200 records in one request, each with a result of its own. */
final class RecordCollections {

    private static final int MOST = 200;

    private final Org org;

    RecordCollections(Org org) {
        this.org = org;
    }

    Answer update(Call call, String by) {
        JsonNode body = call.json();
        JsonNode records = body.path("records");
        if (!records.isArray()) {
            throw new SalesforceError(400, "JSON_PARSER_ERROR", "records is missing");
        }
        if (records.size() > MOST) {
            throw new SalesforceError(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 200 records in this request");
        }
        if (body.path("allOrNone").asBoolean()) {
            throw new SalesforceError(400, "NOT_SUPPORTED", "this twin updates each record by itself");
        }
        List<Map<String, Object>> results = new ArrayList<>();
        records.forEach(record -> results.add(result(record, by)));
        return Answer.json(200, results);
    }

    private Map<String, Object> result(JsonNode sent, String by) {
        try {
            ObjectNode record = sent.deepCopy();
            String id = record.path("id").isTextual()
                    ? record.remove("id").asText()
                    : record.remove("Id").asText();
            ObjectType type =
                    Schema.find(record.path("attributes").path("type").asText()).orElseThrow(SalesforceError::notFound);
            org.update(type, id, record, by);
            return Rendering.saved(id, null);
        } catch (SalesforceError refused) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("success", false);
            result.put("errors", List.of(refused.asResult()));
            return result;
        }
    }
}
