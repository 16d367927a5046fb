package io.counterfoil.common.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the request filter saw of the request, for the idempotency check and the audit trail. */
@RequestScoped
public class RequestFacts {

    private String idempotencyKey;
    private String operation;
    private String bodyHash;
    private String changeReason;
    private final Map<String, String> pathParameters = new LinkedHashMap<>();

    void are(String key, String method, String path, String hash) {
        idempotencyKey = key;
        operation = method + " " + path;
        bodyHash = hash;
    }

    void named(Map<String, String> inPath, String reason) {
        pathParameters.putAll(inPath);
        changeReason = reason;
    }

    /** The values of the path's variables. */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** The header {@code Change-Reason}, or null: why, where the body has no place for it. */
    public String changeReason() {
        return changeReason;
    }

    /** The header {@code Idempotency-Key}, or null. */
    public String idempotencyKey() {
        return idempotencyKey;
    }

    String operation() {
        return operation;
    }

    String bodyHash() {
        return bodyHash;
    }
}
