package io.counterfoil.order;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import java.util.Optional;
import java.util.UUID;

/** An id as it comes in a request. */
public record IdText(String text) {

    private static final String UUID_TEXT = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

    /** The id; empty when the text can't be that of anything. */
    public Optional<UUID> id() {
        return text.matches(UUID_TEXT) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The id in a path; what can't be one is that of nothing. */
    public static UUID inPath(String kind, String text) {
        return new IdText(text).id().orElseThrow(() -> new NotFound(kind, text));
    }

    /** The id in a query parameter; null when it was not given; refuses what is none. */
    public static UUID inQuery(String parameter, String text) {
        return text == null ? null : new IdText(text).id().orElseThrow(() -> new Invalid("?" + parameter, "is no id"));
    }
}
