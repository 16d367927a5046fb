package io.counterfoil.common.http;

import jakarta.enterprise.context.RequestScoped;

/** What the request filter saw of the request, for the idempotency check. */
@RequestScoped
public class RequestFacts {

    private String idempotencyKey;
    private String operation;
    private String bodyHash;

    void are(String key, String method, String path, String hash) {
        idempotencyKey = key;
        operation = method + " " + path;
        bodyHash = hash;
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
