package io.counterfoil.order.fulfilment;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A few ids in one text column: they are read together and never searched. */
final class LineIds {

    private LineIds() {}

    static String text(Object ids) {
        return ((Set<?>) ids).stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    static Set<UUID> read(String column) {
        if (column == null || column.isBlank()) {
            return Set.of();
        }
        return Arrays.stream(column.split(" "))
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
