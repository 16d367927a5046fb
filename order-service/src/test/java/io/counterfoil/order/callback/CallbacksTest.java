package io.counterfoil.order.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.callback.CallbackJson.StateChanged;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What has changed since the last time: each change once, and none passed over that is committed late. */
class CallbacksTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final Callbacks callbacks = new Callbacks(database);

    @Test
    void what_is_committed_late_is_told_late_and_nothing_younger_before_it() throws Exception {
        callbacks.write(new Callback("watcher", List.of()));
        callbacks.toldUpTo(callbacks.horizon());
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        CompletableFuture<Void> slow =
                CompletableFuture.runAsync(() -> POSTGRES.transactions().fresh(() -> {
                    begin(late);
                    written.countDown();
                    await(mayCommit);
                }));
        assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
        begin(early);
        assertThat(told()).as("the older one is still open").isEmpty();
        mayCommit.countDown();
        slow.get(20, TimeUnit.SECONDS);
        assertThat(callbacks.isAnyLeft()).isTrue();
        assertThat(told()).extracting(StateChanged::id).containsExactly(late, early);
        assertThat(told()).as("told once").isEmpty();
        assertThat(callbacks.isAnyLeft()).isFalse();
    }

    @Test
    void a_change_tells_the_state_before() {
        callbacks.write(new Callback("watcher", List.of("dispute")));
        callbacks.toldUpTo(callbacks.horizon());
        UUID one = UUID.randomUUID();
        begin(one);
        stay(one, 2, "OPEN");
        assertThat(told())
                .extracting(StateChanged::process, StateChanged::from, StateChanged::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("dispute", null, "OPENING"),
                        org.assertj.core.groups.Tuple.tuple("dispute", "OPENING", "OPEN"));
        assertThat(new Callback("watcher", List.of("dispute")).wants("quote")).isFalse();
    }

    @Test
    void a_long_history_is_told_in_parts_and_nothing_is_left_out() {
        callbacks.write(new Callback("watcher", List.of()));
        callbacks.toldUpTo(callbacks.horizon());
        List<UUID> three = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        three.forEach(this::begin);
        long told = callbacks.told();
        long first = callbacks.horizon(told, 2);
        assertThat(callbacks.between(told, first))
                .extracting(StateChanged::id)
                .containsExactly(three.get(0), three.get(1));
        callbacks.toldUpTo(first);
        assertThat(told()).extracting(StateChanged::id).containsExactly(three.get(2));
    }

    private List<StateChanged> told() {
        long told = callbacks.told();
        long horizon = callbacks.horizon();
        List<StateChanged> changes = callbacks.between(told, horizon);
        callbacks.toldUpTo(horizon);
        return changes;
    }

    private void begin(UUID id) {
        database.update(
                "insert into journey (process, journey_id, state, entered_at, correlation_id) values ('DISPUTE', ?, 'OPENING', now(), 'c')",
                id);
        stay(id, 1, "OPENING");
    }

    private void stay(UUID id, int number, String state) {
        database.update(
                """
                insert into journey_stage (process, journey_id, number, state, cause, actor, entered_at)
                values ('DISPUTE', ?, ?, ?, 'because', 'somebody', now())
                """,
                id,
                number,
                state);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody said that it may go on");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
