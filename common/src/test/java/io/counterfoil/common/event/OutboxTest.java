package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final AtomicInteger bell = new AtomicInteger();
    private final Database database = POSTGRES.database();
    private final Outbox outbox = TestBeans.on(POSTGRES)
            .observe(Outbox.FactsCommitted.class, committed -> bell.incrementAndGet())
            .get(Outbox.class);

    @BeforeEach
    void empty() {
        database.update("truncate outbox");
    }

    @Test
    void a_fact_leaves_with_the_change_and_wakes_the_relay_after_the_commit() {
        Correlation deal = new Correlation("0190a1b2-00c0-7000-8000-000000000001", "cause", "somebody");
        POSTGRES.transactions().fresh(() -> {
            Correlation.within(deal, () -> outbox.publish(new NoteWritten("n-1", "hello")));
            assertThat(bell).hasValue(0);
        });
        assertThat(bell).hasValue(1);
        assertThat(database.query("select * from outbox")
                        .list(row -> row.text("subject") + " " + row.text("data") + " " + row.text("correlation_id")
                                + " " + row.text("causation_id") + " " + row.text("actor")))
                .containsExactly(
                        "n-1 {\"noteId\":\"n-1\",\"text\":\"hello\"} " + deal.correlationId() + " cause somebody");
    }

    @Test
    void a_fact_of_a_change_that_failed_never_was() {
        assertThatThrownBy(() -> POSTGRES.transactions().fresh(() -> {
                    outbox.publish(new NoteWritten("n-1", "hello"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(rows()).isZero();
        assertThat(bell).hasValue(0);
    }

    @Test
    void outside_a_transaction_nothing_leaves() {
        assertThatThrownBy(() -> outbox.publish(new NoteWritten("n-1", "hello")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
        assertThat(rows()).isZero();
    }

    @Test
    void a_repeat_under_the_same_derived_id_is_no_event() {
        UUID id = EventIds.derived(EventIds.next(), "note");
        for (int i = 0; i < 2; i++) {
            POSTGRES.transactions().fresh(() -> outbox.publish(new NoteWritten("n-1", "hello"), id));
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void of_a_set_those_that_were_told_before_are_no_events() {
        List<Addressed> facts = Stream.generate(EventIds::next)
                .limit(30)
                .map(id -> new Addressed(id, new NoteWritten(id.toString(), "hello"), Correlation.current(), null))
                .toList();
        POSTGRES.transactions().fresh(() -> outbox.publishAll(facts.subList(0, 25)));
        POSTGRES.transactions().fresh(() -> outbox.publishAll(facts));
        List<Addressed> twice = Stream.concat(facts.stream(), facts.stream()).toList();
        POSTGRES.transactions().fresh(() -> outbox.publishAll(twice));
        assertThat(rows()).isEqualTo(30);
    }

    private long rows() {
        return database.query("select count(*) as n from outbox")
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }

    record NoteWritten(String noteId, String text) implements Fact {
        @Override
        public String type() {
            return "io.counterfoil.billing.note.written.v1";
        }

        @Override
        public String subject() {
            return noteId;
        }

        @Override
        public String partitionKey() {
            return noteId;
        }
    }
}
