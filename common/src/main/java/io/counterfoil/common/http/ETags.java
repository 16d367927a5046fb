package io.counterfoil.common.http;

import io.counterfoil.common.trouble.TroubleClass;
import jakarta.ws.rs.core.EntityTag;

/** The version of a resource as an entity tag, and the check that a change was made from the current one. */
public final class ETags {

    private ETags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** Refuses a change without {@code If-Match} (428) or from another version (412); {@code *} matches any. */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionMissing();
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals("*") || tag.strip().equals("\"" + version + "\"")) {
                return;
            }
        }
        throw new Stale(version);
    }

    /** A change needs the version that it was made from. */
    public static final class PreconditionMissing extends Refusal {
        PreconditionMissing() {
            super(428, TroubleClass.SCHEMA, "If-Match is missing", "Read the resource and send its ETag as If-Match.");
        }
    }

    /** The resource was changed since it was read. */
    public static final class Stale extends Refusal {
        Stale(long version) {
            super(
                    412,
                    TroubleClass.DUPLICATE_CONFLICT,
                    "The resource is at version " + version + " now",
                    "Read it again and repeat the change on the new version.");
        }
    }
}
