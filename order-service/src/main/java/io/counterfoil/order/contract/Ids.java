package io.counterfoil.order.contract;

import io.counterfoil.common.http.Invalid;
import java.util.Optional;
import java.util.UUID;

/** Ids as they come in requests. */
public final class Ids {

    private static final String UUID_TEXT = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

    private Ids() {}

    /** The id in a query parameter; null when it was not given; refuses what is none. */
    public static UUID of(String parameter, String text) {
        if (text == null) {
            return null;
        }
        return known(text).orElseThrow(() -> new Invalid("?" + parameter, "is no id"));
    }

    /** The id in a path; empty when it can't be that of anything. */
    public static Optional<UUID> known(String text) {
        return text.matches(UUID_TEXT) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
