package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;

/** A request whose fields can't be accepted; names each of them. */
public final class Invalid extends Refusal {

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super(422, TroubleClass.SCHEMA, describe(errors), "Correct the named fields and send the request again.");
        this.errors = List.copyOf(errors);
    }

    public Invalid(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    /** Refuses a request that brought no body. */
    public static void requireBody(Object body) {
        if (body == null) {
            throw new Invalid("", "a body is required");
        }
    }

    @Override
    public List<FieldError> errors() {
        return errors;
    }

    private static String describe(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.get(0).pointer() + ": " + errors.get(0).detail()
                : errors.size() + " fields can't be accepted";
    }
}
