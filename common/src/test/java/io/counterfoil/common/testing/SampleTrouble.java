package io.counterfoil.common.testing;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.Instant;

/** An exception for tests, of which only what matters there is said. */
public final class SampleTrouble {
    private static final byte[] NOTHING = {};

    private SampleTrouble() {}

    /** One that two people have given up. */
    public static Trouble waived(
            String origin, TroubleClass trouble, String code, String owner, String reason, String remedy) {
        return new Trouble(
                EventIds.next(),
                1,
                origin,
                trouble,
                code,
                owner,
                Trouble.State.WAIVED,
                "subject",
                reason,
                remedy,
                EventIds.next().toString(),
                null,
                "application/json",
                NOTHING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null);
    }
}
