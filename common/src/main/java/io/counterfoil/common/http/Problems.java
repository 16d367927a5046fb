package io.counterfoil.common.http;

import io.counterfoil.common.db.LostUpdate;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Turns whatever goes wrong in a request into a {@link Problem}; a wrong request never becomes a 5xx. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    /** What the platform itself refuses before a resource is reached. */
    private static final Map<Integer, Words> PROTOCOL = Map.of(
            401,
                    new Words(
                            "token-missing",
                            "A valid bearer token is required",
                            "Send a token of the configured issuer."),
            403,
                    new Words(
                            "role-missing",
                            "The token has none of the roles of this operation",
                            "Use a token with one of them."),
            404,
                    new Words(
                            "not-found",
                            "There is no such resource",
                            "Check the path against the API document at /openapi."),
            405,
                    new Words(
                            "method-not-allowed",
                            "This path does not take that method",
                            "See the API document at /openapi."),
            406,
                    new Words(
                            "not-acceptable",
                            "This operation can't answer in that media type",
                            "Accept application/json."),
            415,
                    new Words(
                            "media-type-not-supported",
                            "This operation does not take that media type",
                            "Send application/json."));

    private record Words(String code, String detail, String remedy) {}

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof IdempotentCall.KeptAnswer kept) {
            return kept.getResponse();
        }
        // A refusal says most, also where the server has wrapped it into an answer of its own.
        return first(thrown, Problems::refusal)
                .or(() -> first(thrown, Problems::known))
                .orElseGet(() -> unexpected(thrown))
                .response();
    }

    private static Optional<Problem> first(Throwable thrown, Function<Throwable, Problem> reading) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(reading)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Problem refusal(Throwable cause) {
        return cause instanceof Refusal refusal ? Problem.of(refusal) : null;
    }

    private static Problem known(Throwable cause) {
        if (cause instanceof ConstraintViolationException violations) {
            return Problem.of(new Invalid(errors(violations)));
        }
        if (LostUpdate.is(cause)) {
            return Problem.of(
                    412,
                    "stale",
                    "The resource was changed meanwhile",
                    TroubleClass.DUPLICATE_CONFLICT,
                    "Read it again and repeat the change.");
        }
        if (cause instanceof WebApplicationException web) {
            return protocol(web);
        }
        return cause instanceof SQLException sql ? database(sql) : null;
    }

    private static Problem protocol(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status >= 500) {
            return null;
        }
        Words words = PROTOCOL.getOrDefault(status, new Words("bad-request", web.getMessage(), "Correct the request."));
        return Problem.of(status, words.code(), words.detail(), TroubleClass.SCHEMA, words.remedy());
    }

    /**
     * Away, out of resources or shutting down: 503. Lock waits and deadlocks: the same, they pass. A text that PostgreSQL
     * can't keep (it has a zero byte) came from the caller.
     */
    private static Problem database(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("22021") || state.equals("22P05")) {
            return Problem.of(new Invalid("", "a text holds a character that can't be kept"));
        }
        if (state.equals("23505")) {
            return Problem.of(
                    409,
                    "created-meanwhile",
                    "Somebody else has created the same just now",
                    TroubleClass.DUPLICATE_CONFLICT,
                    "Read it and decide on what is there now.");
        }
        boolean passes =
                sql instanceof SQLTransientException || state.isEmpty() || state.matches("(08|40|53|55|57|58).*");
        return passes
                ? Problem.of(
                        503,
                        "temporarily-unavailable",
                        "The service can't do this just now",
                        TroubleClass.DOWNSTREAM_DOWN,
                        "Repeat the request later; nothing was changed.")
                : null;
    }

    private static Problem unexpected(Throwable thrown) {
        String incident = EventIds.next().toString();
        LOG.log(Level.SEVERE, thrown, () -> "request failed unexpectedly, incident " + incident);
        return Problem.of(
                500,
                "unexpected",
                "Something failed that should not have; incident " + incident,
                TroubleClass.POISON,
                "Report the incident id; nothing was changed.");
    }

    private static List<Refusal.FieldError> errors(ConstraintViolationException violations) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : violations.getConstraintViolations()) {
            errors.add(new Refusal.FieldError(pointer(violation.getPropertyPath()), violation.getMessage()));
        }
        errors.sort(java.util.Comparator.comparing(Refusal.FieldError::pointer));
        return errors;
    }

    /** The path below the resource method and its parameter, as a pointer into the body. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : path) {
            if (depth++ < 2) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
