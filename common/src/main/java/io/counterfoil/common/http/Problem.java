package io.counterfoil.common.http;

import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What a caller sees of an error: RFC 9457 {@code application/problem+json}.
 *
 * @param type a URN with the code, stable for machines
 * @param code the broken rule in kebab case
 * @param retryable whether the same request can succeed later unchanged
 * @param owner the team that can mend it
 * @param remedy what would mend it
 * @param errors the wrong fields by JSON pointer; absent where the whole is concerned
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String correlationId,
        boolean retryable,
        String owner,
        String remedy,
        List<Refusal.FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        return of(
                refusal.status(),
                refusal.code(),
                refusal.getMessage(),
                refusal.trouble().owner(),
                refusal.remedy(),
                refusal.errors());
    }

    static Problem of(int status, String code, String detail, TroubleClass trouble, String remedy) {
        return of(status, code, detail, trouble.owner(), remedy, List.of());
    }

    private static Problem of(
            int status, String code, String detail, String owner, String remedy, List<Refusal.FieldError> errors) {
        return new Problem(
                "urn:counterfoil:problem:" + code,
                title(code),
                status,
                detail,
                code,
                Correlation.current().correlationId(),
                status == 409 && code.equals("still-running") || status == 429 || status == 503,
                owner,
                remedy,
                errors.isEmpty() ? null : errors);
    }

    Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        if (retryable) {
            answer.header("Retry-After", "2");
        }
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
