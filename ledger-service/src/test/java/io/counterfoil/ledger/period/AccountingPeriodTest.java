package io.counterfoil.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class AccountingPeriodTest {

    private static final Instant AT = Instant.parse("2026-02-01T08:00:00Z");

    private final AccountingPeriod january = new AccountingPeriod("US01", YearMonth.of(2026, 1));

    @Test
    void is_closed_when_it_is_over() {
        january.close(LocalDate.of(2026, 2, 1), AT, "controller");

        assertThat(january.json().state()).isEqualTo("CLOSED");
        assertThat(january.json().closedBy()).isEqualTo("controller");
    }

    @Test
    void is_not_closed_while_it_lasts() {
        assertThatThrownBy(() -> january.close(LocalDate.of(2026, 1, 31), AT, "controller"))
                .isInstanceOf(PeriodNotOver.class);
    }

    @Test
    void is_closed_once() {
        january.close(LocalDate.of(2026, 2, 1), AT, "controller");

        assertThatThrownBy(() -> january.close(LocalDate.of(2026, 2, 2), AT, "controller"))
                .isInstanceOf(IllegalMove.class);
    }
}
