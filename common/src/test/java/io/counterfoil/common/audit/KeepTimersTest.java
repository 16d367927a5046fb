package io.counterfoil.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.time.WorkDone;
import io.counterfoil.common.trace.Correlation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What nobody asked for is kept in the name of the timer that did it. */
class KeepTimersTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final TestBeans beans = TestBeans.on(POSTGRES);

    @Test
    void a_turn_of_a_timer_is_one_line_in_its_name() {
        WorkDone turn = new WorkDone("renewals", 3, FROM, FROM.plusSeconds(60));
        Correlation.within(Correlation.ofTimer("renewals"), () -> beans.get(KeepTimers.class)
                .done(turn));
        AuditQuery.Filter asked =
                new AuditQuery.Filter("due-work", "renewals", "timer:renewals", "clock", null, null, null);
        assertThat(beans.get(AuditQuery.class).find(asked, null, null).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo("done");
                    assertThat(entry.after()).contains("\"sets\": 3");
                    assertThat(entry.before()).isNull();
                });
    }

    @Test
    void timers_are_told_from_people() {
        assertThat(Correlation.ofTimer("renewals").isOfTimer()).isTrue();
        assertThat(Correlation.fresh("somebody@counterfoil.example").isOfTimer())
                .isFalse();
        assertThat(Correlation.fresh("x").by("stripe").actor()).isEqualTo("stripe");
    }
}
