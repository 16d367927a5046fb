package io.counterfoil.common.compatibility;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was announced to go may go: {@code deprecated: true} with an {@code x-sunset} that has passed. */
final class LifeCycle {
    private LifeCycle() {}

    static boolean isOver(Tree part) {
        String sunset = part.at("x-sunset").text();
        return part.isTrue("deprecated")
                && !sunset.isEmpty()
                && !LocalDate.parse(sunset).isAfter(LocalDate.now(ZoneOffset.UTC));
    }
}
