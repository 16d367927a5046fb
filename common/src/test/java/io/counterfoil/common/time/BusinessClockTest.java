package io.counterfoil.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Duration MONTH = Duration.ofDays(31);

    @Test
    void a_service_that_comes_back_is_in_the_time_to_which_the_clock_was_moved() {
        POSTGRES.database().update("update business_clock set offset_millis = ?", MONTH.toMillis());
        BusinessClock clock =
                TestBeans.on(POSTGRES).setting("clock.adjustable", "true").get(BusinessClock.class);

        clock.start("the application");

        assertThat(clock.now()).isAfter(SystemTime.now().plus(MONTH).minusSeconds(60));
    }

    @Test
    void where_it_is_not_adjustable_it_is_the_systems_time() {
        POSTGRES.database().update("update business_clock set offset_millis = ?", MONTH.toMillis());
        BusinessClock clock = TestBeans.on(POSTGRES).get(BusinessClock.class);

        clock.start("the application");

        assertThat(clock.now()).isBefore(SystemTime.now().plusSeconds(60));
    }
}
