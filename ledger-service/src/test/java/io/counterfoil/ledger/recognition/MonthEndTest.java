package io.counterfoil.ledger.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.ledger.entity.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MonthEndTest {

    private final Books.Book tokyo = new Books.Book("JP01", "JPY", ZoneId.of("Asia/Tokyo"), LocalDate.of(2026, 1, 20));

    @Test
    void the_first_is_that_of_the_month_in_which_the_entity_was_published_and_due_when_the_month_is_over_there() {
        assertThat(MonthEnd.next(tokyo, null))
                .isEqualTo(new MonthEnd("JP01", LocalDate.of(2026, 1, 31), Instant.parse("2026-01-31T15:00:00Z")));
    }

    @Test
    void the_next_one_follows_the_last() {
        assertThat(MonthEnd.next(tokyo, LocalDate.of(2026, 1, 31)).lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
