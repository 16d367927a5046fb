package io.counterfoil.warehouse.feed;

import java.util.Set;

/**
 * A part of the archive: the positions after the one and up to the other.
 *
 * @param types the event types that lie in it, so that nobody looks for what is not there
 */
public record Stretch(long after, long upTo, Set<String> types) {

    public boolean hasAnyOf(Set<String> wanted) {
        return wanted.stream().anyMatch(types::contains);
    }
}
