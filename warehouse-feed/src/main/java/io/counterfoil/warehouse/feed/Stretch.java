package io.counterfoil.warehouse.feed;

import io.counterfoil.common.event.Envelope;
import java.util.List;
import java.util.Set;

/**
 * A part of the archive: the positions after the one and up to the other.
 *
 * @param events what lies in it, in its order
 * @param types the event types that lie in it, so that nobody looks for what is not there
 */
public record Stretch(long after, long upTo, List<Envelope> events, Set<String> types) {

    public boolean hasAnyOf(Set<String> wanted) {
        return wanted.stream().anyMatch(types::contains);
    }
}
