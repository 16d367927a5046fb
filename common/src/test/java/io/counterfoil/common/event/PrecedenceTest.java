package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run goes before the relay while it lasts, and the relay hears of its end. */
class PrecedenceTest {
    private final Precedence precedence = new Precedence();
    private final List<Object> told = new ArrayList<>();

    @SuppressWarnings("unchecked")
    PrecedenceTest() {
        precedence.ended = (Event<Outbox.FactsCommitted>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Event.class},
                (self, method, arguments) -> told.add(arguments[0]) ? null : null);
    }

    @Test
    void the_relay_waits_while_a_run_is_going_on() {
        assertThat(precedence.isTaken()).isFalse();
        precedence.during(() -> {
            assertThat(precedence.isTaken()).isTrue();
            precedence.during(() -> assertThat(precedence.isTaken()).isTrue());
            assertThat(precedence.isTaken()).isTrue();
        });
        assertThat(precedence.isTaken()).isFalse();
        assertThat(told).hasSize(2);
    }

    @Test
    void a_run_that_fails_has_ended_too() {
        assertThatThrownBy(() -> precedence.during(() -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(precedence.isTaken()).isFalse();
        assertThat(told).hasSize(1);
    }
}
