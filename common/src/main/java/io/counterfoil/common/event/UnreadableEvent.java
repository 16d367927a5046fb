package io.counterfoil.common.event;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.io.IOException;

/** An event whose data is not what its type promises: poison for this consumer, parked with its bytes. */
public final class UnreadableEvent extends Refusal {

    public UnreadableEvent(Envelope event, IOException cause) {
        this(event + " can't be read: " + firstLine(cause.getMessage()));
        initCause(cause);
    }

    public UnreadableEvent(String detail) {
        super(
                422,
                TroubleClass.POISON,
                detail,
                "Correct the data (edit and replay, by two people), or let the producer publish it anew and waive this one.");
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse(message);
    }
}
