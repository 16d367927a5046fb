package io.counterfoil.common.testing;

import io.counterfoil.common.event.Envelope;
import java.nio.charset.StandardCharsets;

/** Events that say something else than the example from which they are made. */
public final class Retold {

    private Retold() {}

    /** The same event, with other data. */
    public static Envelope with(Envelope event, String data) {
        return new Envelope(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.correlationId(),
                event.causationId(),
                event.sequence(),
                event.position(),
                event.partitionKey(),
                event.legalEntity(),
                event.actor(),
                event.traceParent(),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
