package io.counterfoil.suite.clock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** What one service's clock shows. */
record Reading(Instant now, Optional<Instant> nextDue, boolean quiet) {

    static Reading of(JsonNode answer) {
        return new Reading(
                Instant.parse(answer.path("now").textValue()),
                Optional.ofNullable(answer.path("nextDue").textValue()).map(Instant::parse),
                answer.path("quiet").booleanValue());
    }
}
