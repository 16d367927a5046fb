package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import java.util.Locale;

/**
 * A rule of the business said no. A subclass names the broken rule; its name is the problem's code.
 *
 * <p>To a caller it is a problem (RFC 9457) with that code, a reason in words and a remedy; to a message it means: park
 * it, with owner and remedy, and go on. The database transaction rolls back in both cases.
 */
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final TroubleClass trouble;
    private final String remedy;

    /**
     * @param status the HTTP status for a caller, 4xx
     * @param trouble the class of exception for a message, which names the team that can mend it
     * @param detail what is wrong, in words, with the values concerned
     * @param remedy what would mend it
     */
    protected Refusal(int status, TroubleClass trouble, String detail, String remedy) {
        super(detail);
        this.status = status;
        this.trouble = trouble;
        this.remedy = remedy;
    }

    /** The broken rule's name in kebab case, such as {@code invoice-already-issued}. */
    public String code() {
        return codeOf(getClass());
    }

    static String codeOf(Class<?> rule) {
        return rule.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    public int status() {
        return status;
    }

    public TroubleClass trouble() {
        return trouble;
    }

    public String remedy() {
        return remedy;
    }

    /** The single fields that are wrong, by JSON pointer; empty where the refusal concerns the whole. */
    public List<FieldError> errors() {
        return List.of();
    }

    /** One wrong field: where it is (JSON pointer into the request) and what is wrong with it. */
    public record FieldError(String pointer, String detail) {}
}
