package io.counterfoil.common.trouble;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import java.util.UUID;

/**
 * What is to be kept as an exception.
 *
 * @param origin where it happened: the consumer's queue, {@code step:<kind>}, {@code webhook:<system>}
 * @param trouble its class, which names the owner where no team of its own is known
 * @param code the broken rule
 * @param subject what it concerns; later ones of the same origin and subject wait behind it
 * @param original the bytes as they came, secrets scrubbed
 * @param attributes what else a replay needs, as JSON; may be null
 * @param eventId may be null
 * @param waitsFor the exception behind which this one waits; null when it has a reason of its own
 * @param team who owns just this one, where that is known; null where its class decides
 */
public record Parked(
        String origin,
        TroubleClass trouble,
        String code,
        String subject,
        String reason,
        String remedy,
        String correlationId,
        String traceParent,
        String contentType,
        byte[] original,
        String attributes,
        UUID eventId,
        UUID waitsFor,
        String team) {

    /** A refusal that met something of the thread's business transaction. */
    public static Parked of(
            String origin, String subject, Refusal refusal, String contentType, byte[] original, String attributes) {
        return new Parked(
                origin,
                refusal.trouble(),
                refusal.code(),
                subject,
                refusal.getMessage(),
                refusal.remedy(),
                Correlation.current().correlationId(),
                Traces.currentParent(),
                contentType,
                original,
                attributes,
                null,
                null,
                null);
    }

    /**
     * The same, owned by a team of its own: such as who is published as the owner of the state that lasts too long. That is more
     * specific than the route of its class, and so it wins over it, now and whenever the route is changed; until when it is
     * wanted mended is what the route of the class says.
     */
    public Parked ownedBy(String owner) {
        return new Parked(
                origin,
                trouble,
                code,
                subject,
                reason,
                remedy,
                correlationId,
                traceParent,
                contentType,
                original,
                attributes,
                eventId,
                waitsFor,
                owner);
    }
}
