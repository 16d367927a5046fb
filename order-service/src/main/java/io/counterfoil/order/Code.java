package io.counterfoil.order;

import io.counterfoil.common.http.Invalid;

/** A code that people or other systems chose, as it comes in a request: what the contract's schema {@code Code} allows. */
public record Code(String text) {

    private static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._:-]{0,79}";

    /** Whether the text can be a code. */
    public static boolean isOne(String text) {
        return text != null && text.matches(PATTERN);
    }

    /** The text of a field or of a part of the path; refuses what is no code. */
    public static String require(String name, String text) {
        if (!isOne(text)) {
            throw new Invalid("/" + name, "must be a code of letters, digits and . _ : -, at most 80 long");
        }
        return text;
    }
}
