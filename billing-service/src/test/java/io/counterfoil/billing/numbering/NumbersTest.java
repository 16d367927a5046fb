package io.counterfoil.billing.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.testing.TestPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, with real concurrency. */
class NumbersTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private final Database database = POSTGRES.database();
    private final Numbers numbers = new Numbers(database, new Remembered(database));

    @BeforeEach
    void a_series() {
        database.update("truncate legal_entity cascade");
        database.update(
                "insert into legal_entity values ('US01', 'Counterfoil Sample Inc.', 'US', 'USD', 'America/Los_Angeles', null, 1)");
        numbers.publish(new NumberSeries("US01", "INV", "380", NumberPattern.USUAL, 1, 1));
    }

    @Test
    void numbers_follow_each_other_and_begin_anew_with_the_year() {
        assertThat(take(DAY, 2).numbers()).containsExactly("US01-2026-000001", "US01-2026-000002");
        assertThat(take(DAY, 1).numbers()).containsExactly("US01-2026-000003");
        assertThat(take(LocalDate.parse("2027-01-01"), 1).numbers()).containsExactly("US01-2027-000001");
    }

    @Test
    void a_transaction_that_fails_gives_its_numbers_back() {
        take(DAY, 1);
        assertThatThrownBy(() -> POSTGRES.transactions().fresh(() -> {
                    numbers.take("US01", "INV", DAY, 5);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(take(DAY, 1).numbers()).containsExactly("US01-2026-000002");
    }

    @Test
    void dates_never_decrease_along_the_numbers() {
        assertThat(take(DAY.plusDays(1), 1).issueDate()).isEqualTo(DAY.plusDays(1));
        assertThat(take(DAY, 1).issueDate()).isEqualTo(DAY.plusDays(1));
        assertThat(take(DAY.plusDays(2), 1).issueDate()).isEqualTo(DAY.plusDays(2));
    }

    @Test
    void without_a_series_there_is_no_number() {
        assertThatThrownBy(() -> numbers.take("US01", "OTHER", DAY, 1)).isInstanceOf(NumberSeriesMissing.class);
    }

    @Test
    void eight_at_once_of_which_every_third_fails_leave_neither_gap_nor_duplicate() throws Exception {
        List<String> given = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = IntStream.range(0, 240)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        attempt(i, given);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(given.stream().sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, given.size())
                        .mapToObj(i -> String.format("US01-2026-%06d", i))
                        .toList());
    }

    private void attempt(int i, List<String> given) {
        try {
            given.addAll(POSTGRES.transactions().fresh(() -> {
                List<String> taken = numbers.take("US01", "INV", DAY, 1 + i % 3).numbers();
                if (i % 3 == 0) {
                    throw new PlannedFailure();
                }
                return taken;
            }));
        } catch (PlannedFailure planned) {
            assertThat(i % 3).isZero();
        }
    }

    private static final class PlannedFailure extends RuntimeException {}

    private Numbers.Block take(LocalDate day, int count) {
        return POSTGRES.transactions().fresh(() -> numbers.take("US01", "INV", day, count));
    }
}
