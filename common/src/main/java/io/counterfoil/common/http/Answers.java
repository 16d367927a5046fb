package io.counterfoil.common.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.db.UndoneByRefusal;
import io.counterfoil.common.security.Caller;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** The kept answers of requests with an idempotency key, 30 days long. */
@ApplicationScoped
public class Answers {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String LOCK_TIMEOUT = "55P03";

    @Inject
    Database database;

    @Inject
    RequestFacts request;

    @Inject
    Caller caller;

    /**
     * The effect, once: its row, its changes and its answer are this transaction. A concurrent request with the same key
     * waits for the row; a refusal rolls all of it back, so that the key is free for the corrected request.
     */
    @UndoneByRefusal
    @Transactional(rollbackOn = Exception.class, dontRollbackOn = Refusal.class)
    public Response once(String key, Callable<Response> effect) throws Exception {
        return claimed(key) ? keep(key, effect.call()) : again(key);
    }

    private boolean claimed(String key) {
        try {
            return database.update(
                            """
                            insert into idempotency (client, key, operation, request_hash) values (?, ?, ?, ?)
                            on conflict (client, key) do nothing
                            """,
                            caller.sub(),
                            key,
                            request.operation(),
                            request.bodyHash())
                    == 1;
        } catch (DatabaseFailure failure) {
            if (LOCK_TIMEOUT.equals(failure.sqlState())) {
                throw new StillRunning();
            }
            throw failure;
        }
    }

    private Response keep(String key, Response answer) {
        String body = answer.getEntity() == null ? null : Json.write(answer.getEntity());
        Map<String, String> headers = new LinkedHashMap<>();
        if (answer.getLocation() != null) {
            headers.put(HttpHeaders.LOCATION, answer.getLocation().toString());
        }
        if (answer.getEntityTag() != null) {
            headers.put(HttpHeaders.ETAG, "\"" + answer.getEntityTag().getValue() + "\"");
        }
        database.update(
                "update idempotency set status = ?, headers = ?, body = ? where client = ? and key = ?",
                answer.getStatus(),
                Json.write(headers),
                body,
                caller.sub(),
                key);
        return build(answer.getStatus(), headers, body).build();
    }

    private Response again(String key) {
        return database.query(
                        "select operation, request_hash, status, headers, body from idempotency where client = ? and key = ?",
                        caller.sub(),
                        key)
                .one(row -> {
                    if (!row.text("operation").equals(request.operation())
                            || !row.text("request_hash").equals(request.bodyHash())) {
                        throw new IdempotencyKeyReused(key);
                    }
                    return build(row.intValue("status"), headers(row.text("headers")), row.text("body"))
                            .header("Idempotency-Hit", "true")
                            .build();
                })
                .orElseThrow(StillRunning::new);
    }

    private static Response.ResponseBuilder build(int status, Map<String, String> headers, String body) {
        Response.ResponseBuilder answer = Response.status(status);
        headers.forEach(answer::header);
        return body == null
                ? answer
                : answer.type(MediaType.APPLICATION_JSON_TYPE).entity(RawBody.of(body));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> headers(String json) {
        try {
            return Json.lenient().readValue(json, Map.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("kept answer has no readable headers", corrupt);
        }
    }

    /** Forgets the answers that were kept long enough; returns how many. */
    @Transactional
    public int forgetOld() {
        return database.update(
                "delete from idempotency where created_at < ?", SystemTime.now().minus(KEPT));
    }

    /** The same key was used for something else. */
    public static final class IdempotencyKeyReused extends Refusal {
        IdempotencyKeyReused(String key) {
            super(
                    422,
                    TroubleClass.DUPLICATE_CONFLICT,
                    "Idempotency-Key '" + key + "' was used for another request",
                    "Use a new key for a new request; repeat the first one unchanged.");
        }
    }

    /** The first request with this key has not ended yet. */
    public static final class StillRunning extends Refusal {
        StillRunning() {
            super(
                    409,
                    TroubleClass.DUPLICATE_CONFLICT,
                    "The first request with this Idempotency-Key is still running",
                    "Repeat the request in a few seconds.");
        }
    }
}
