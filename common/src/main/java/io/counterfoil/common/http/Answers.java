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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The kept answers of requests with an idempotency key, 30 days long. */
@ApplicationScoped
public class Answers {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String KEEP =
            "update idempotency set status = ?, headers = ?, body = ? where client = ? and key = ?";
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

    /**
     * A request with its key.
     *
     * @param client whose key it is
     * @param bodyHash digest of what was asked
     */
    public record Keyed(String client, String key, String operation, String bodyHash) {}

    /** The running request with its key; empty where it has none that can be kept. */
    public Optional<Keyed> keyed() {
        String key = request.idempotencyKey();
        return key == null || key.length() > IdempotentCall.LONGEST_KEY
                ? Optional.empty()
                : Optional.of(new Keyed(caller.sub(), key, request.operation(), request.bodyHash()));
    }

    /** Keeps the answers under their keys, unless one of these is there: then nothing of the running transaction may stay. */
    public List<Response> keepAll(List<Keyed> keys, List<Response> answers) {
        List<Kept> kept = answers.stream().map(Kept::of).toList();
        int added = database.appendNew(
                "idempotency",
                "client, key, operation, request_hash, status, headers, body",
                "text, text, text, text, integer, text, text",
                "client, key",
                IntStream.range(0, keys.size())
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> keys.get(i).client())
                                .thenComparing(i -> keys.get(i).key()))
                        .map(i -> kept.get(i).row(keys.get(i)))
                        .toList());
        if (added < keys.size()) {
            throw new StillRunning();
        }
        return kept.stream().map(Kept::answer).toList();
    }

    /** An answer as it is kept. */
    private record Kept(int status, Map<String, String> headers, String body) {

        static Kept of(Response answer) {
            Map<String, String> headers = new LinkedHashMap<>();
            if (answer.getLocation() != null) {
                headers.put(HttpHeaders.LOCATION, answer.getLocation().toString());
            }
            if (answer.getEntityTag() != null) {
                headers.put(HttpHeaders.ETAG, "\"" + answer.getEntityTag().getValue() + "\"");
            }
            String body = answer.getEntity() == null ? null : Json.write(answer.getEntity());
            return new Kept(answer.getStatus(), headers, body);
        }

        Object[] row(String client, String key) {
            return new Object[] {status, Json.write(headers), body, client, key};
        }

        Object[] row(Keyed of) {
            return new Object[] {of.client(), of.key(), of.operation(), of.bodyHash(), status, Json.write(headers), body
            };
        }

        Response answer() {
            return build(status, headers, body).build();
        }
    }

    private Response keep(String key, Response answer) {
        Kept kept = Kept.of(answer);
        database.update(KEEP, kept.row(caller.sub(), key));
        return kept.answer();
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
