package io.counterfoil.suite.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

    @ParameterizedTest
    @CsvSource({
        "+31d, 2026-03-03T10:15:30Z",
        "+2w, 2026-02-14T10:15:30Z",
        "+1m, 2026-02-28T10:15:30Z",
        "+1y, 2027-01-31T10:15:30Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z"
    })
    void whatIsTypedIsAPeriodFromNowOrAnInstant(String typed, Instant expected) {
        assertThat(new Travel(typed).from(NOW)).isEqualTo(expected);
    }

    @Test
    void anythingElseIsRefusedInWords() {
        assertThatThrownBy(() -> new Travel("tomorrow").from(NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tomorrow");
    }
}
