package io.counterfoil.suite.twin.gateway;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error of the API, in Stripe's envelope. */
final class StripeError extends Rejection {

    private final int status;
    private final String code;
    private final String parameter;

    StripeError(int status, String code, String message, String parameter) {
        super(message);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    static StripeError missing(String kind, String id) {
        return new StripeError(404, "resource_missing", "No such %s: '%s'".formatted(kind, id), "id");
    }

    @Override
    public Answer answer() {
        Map<String, Object> error = new LinkedHashMap<>();
        if (code != null) {
            error.put("code", code);
        }
        error.put("message", getMessage());
        if (parameter != null) {
            error.put("param", parameter);
        }
        error.put("type", "invalid_request_error");
        return Answer.json(status, Map.of("error", error));
    }
}
