package io.counterfoil.ledger.posting;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What takes back something that was never posted here waits for it: it may still be on the way. */
final class ComesBeforeItsCause extends Refusal {

    private final Map<UUID, String> awaited;

    /** @param awaited for what purpose which document must have been posted */
    ComesBeforeItsCause(Map<UUID, String> awaited) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "What it takes back was not posted: " + new TreeMap<>(awaited),
                "It is tried again by itself as soon as that is posted. Where that was given up and this takes back nothing else, it is passed over by itself.");
        this.awaited = Map.copyOf(awaited);
    }

    Map<UUID, String> awaited() {
        return awaited;
    }
}
