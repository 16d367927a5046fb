package io.counterfoil.customer.reference;

import io.counterfoil.common.http.Invalid;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The id of a customer in another system. The system's name is kept in lower case; the id is kept as that system writes
 * it, for some tell ids apart by case.
 */
public record ExternalReference(String system, String id) {

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,39}");
    private static final int LONGEST_ID = 120;

    public ExternalReference {
        system = system == null ? "" : system.strip().toLowerCase(Locale.ROOT);
        id = id == null ? "" : id.strip();
        if (!SYSTEM.matcher(system).matches()) {
            throw new Invalid("/system", "is no name of a system: a letter or digit, then at most 39 of a-z 0-9 _ . -");
        }
        if (id.isEmpty() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("/externalId", "is no id: it needs 1 to " + LONGEST_ID + " printable characters");
        }
    }

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
