package io.counterfoil.order.catalogue;

import io.counterfoil.common.http.Invalid;

/** Codes in paths: what the contract's schema {@code Code} allows. */
final class Codes {

    private static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._:-]{0,79}";

    private Codes() {}

    static boolean isCode(String text) {
        return text != null && text.matches(PATTERN);
    }

    static String require(String name, String code) {
        if (!isCode(code)) {
            throw new Invalid("/" + name, "must be a code of letters, digits and . _ : -, at most 80 long");
        }
        return code;
    }
}
