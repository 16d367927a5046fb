package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error of the REST API: an array of one object with message, code and, where it helps, the fields. */
final class SalesforceError extends Rejection {

    private final int status;
    private final String code;
    private final List<String> fields;

    SalesforceError(int status, String code, String message, String... fields) {
        super(message);
        this.status = status;
        this.code = code;
        this.fields = List.of(fields);
    }

    static SalesforceError malformedId(String id) {
        return new SalesforceError(400, "MALFORMED_ID", "Id: id value of incorrect type: " + id, "Id");
    }

    static SalesforceError notFound() {
        return new SalesforceError(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static SalesforceError noSuchColumn(String column, String object) {
        return new SalesforceError(
                400, "INVALID_FIELD", "No such column '%s' on sobject of type %s".formatted(column, object));
    }

    static SalesforceError malformedQuery(String message) {
        return new SalesforceError(400, "MALFORMED_QUERY", message);
    }

    static SalesforceError invalidSession() {
        return new SalesforceError(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    String code() {
        return code;
    }

    /** As the result of one record among many names it. */
    Map<String, Object> asResult() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("statusCode", code);
        error.put("message", getMessage());
        error.put("fields", fields);
        return error;
    }

    @Override
    public Answer answer() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", getMessage());
        error.put("errorCode", code);
        if (!fields.isEmpty()) {
            error.put("fields", fields);
        }
        return Answer.json(status, List.of(error));
    }
}
