package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final String QUEUE = "ledger.billing-events";

    private final Database database = POSTGRES.database();
    private final Scribe scribe = new Scribe(database);
    private final TestBeans beans = TestBeans.on(POSTGRES).with(scribe).with(new ReplayEvent());
    private final Inbox inbox = beans.get(Inbox.class);
    private long position;

    InboxTest() {
        beans.get(ReplayEvent.class).dispatch = beans.get(EventDispatch.class);
    }

    @BeforeEach
    void empty() {
        database.update(
                "create table if not exists effect (seq bigint generated always as identity, note text not null)");
        database.update("truncate effect, inbox, inbox_watermark, exception, exception_history");
    }

    @Test
    void an_event_has_its_effect_once_however_often_it_comes() {
        Envelope event = event("a", "first");
        inbox.take(batch(event, event("b", "second"), event));
        inbox.take(batch(event));
        assertThat(effects()).containsExactly("first", "second");
    }

    @Test
    void a_handler_works_within_the_events_business_transaction() {
        Envelope event = event("a", "seen");
        inbox.take(batch(event));
        assertThat(scribe.correlations)
                .containsExactly(
                        new Correlation(event.correlationId(), event.id().toString(), "somebody"));
        assertThat(Correlation.isBound()).isFalse();
    }

    @Test
    void a_refused_event_is_parked_with_its_bytes_owner_and_remedy_and_its_neighbours_go_on() {
        Envelope refused = event("a", "refuse");
        inbox.take(batch(event("b", "before"), refused, event("c", "after")));
        assertThat(effects()).containsExactly("before", "after");
        assertThat(parked()).singleElement().satisfies(trouble -> {
            assertThat(trouble.original()).isEqualTo(refused.data());
            assertThat(trouble.code()).isEqualTo("not-this-one");
            assertThat(trouble.owner()).isEqualTo("revenue-operations");
            assertThat(trouble.reason()).isEqualTo("the text says so");
            assertThat(trouble.remedy()).isEqualTo("Mend it.");
            assertThat(trouble.correlationId()).isEqualTo(refused.correlationId());
            assertThat(trouble.eventId()).isEqualTo(refused.id());
        });
        assertThat(scribe.parked).containsExactly(refused.id());
    }

    @Test
    void unreadable_data_is_parked_as_poison() {
        Envelope broken = Retold.with(event("a", "x"), "{\"text\":");
        inbox.take(batch(broken, event("b", "neighbour")));
        assertThat(effects()).containsExactly("neighbour");
        assertThat(parked()).singleElement().satisfies(trouble -> {
            assertThat(trouble.trouble()).isEqualTo(TroubleClass.POISON);
            assertThat(trouble.original()).isEqualTo(broken.data());
        });
    }

    @Test
    void followers_of_a_parked_subject_wait_behind_it_and_replay_completes_all_in_order() {
        inbox.take(batch(event("a", "refuse"), event("a", "a2"), event("b", "b1")));
        inbox.take(batch(event("a", "a3")));
        assertThat(effects()).containsExactly("b1");
        List<Trouble> waiting = parked();
        assertThat(waiting).hasSize(3);
        assertThat(waiting.subList(1, 3))
                .allMatch(trouble -> waiting.get(0).id().equals(trouble.waitsFor()));

        scribe.refusing = false;
        Trouble replayed = beans.get(ReplayTrouble.class).handle(waiting.get(0).id(), "mender");

        assertThat(replayed.state()).isEqualTo(Trouble.State.RESOLVED);
        assertThat(effects()).containsExactly("b1", "refuse", "a2", "a3");
        assertThat(parked()).isEmpty();
    }

    @Test
    void a_follower_is_not_replayed_before_the_first() {
        inbox.take(batch(event("a", "refuse"), event("a", "a2")));
        UUID follower = parked().get(1).id();
        assertThatThrownBy(() -> beans.get(ReplayTrouble.class).handle(follower, "mender"))
                .hasMessageContaining("behind");
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_replay_that_is_refused_again_stays_open_and_says_why() {
        inbox.take(batch(event("a", "refuse")));
        UUID id = parked().get(0).id();
        assertThatThrownBy(() -> beans.get(ReplayTrouble.class).handle(id, "mender"))
                .isInstanceOf(NotThisOne.class);
        assertThat(beans.get(Troubles.class).byId(id)).satisfies(trouble -> {
            assertThat(trouble.state()).isEqualTo(Trouble.State.OPEN);
            assertThat(trouble.attempts()).isEqualTo(1);
        });
    }

    @Test
    void replaying_what_is_resolved_has_no_second_effect() {
        inbox.take(batch(event("a", "refuse")));
        UUID id = parked().get(0).id();
        scribe.refusing = false;
        beans.get(ReplayTrouble.class).handle(id, "mender");
        beans.get(ReplayTrouble.class).handle(id, "mender");
        assertThat(effects()).containsExactly("refuse");
    }

    @Test
    void a_defect_of_a_handler_is_parked_after_three_tries_and_leaves_nothing_behind() {
        inbox.take(batch(event("a", "break"), event("b", "neighbour")));
        assertThat(scribe.breaks).isEqualTo(4); // once in the batch, three times alone
        assertThat(effects()).containsExactly("neighbour");
        assertThat(parked()).singleElement().matches(trouble -> trouble.trouble() == TroubleClass.POISON);
    }

    @Test
    void a_technical_failure_is_tried_again_in_place_so_that_order_holds() {
        scribe.outages = 3;
        inbox.take(batch(event("a", "needs the database"), event("a", "follower")));
        assertThat(effects()).containsExactly("needs the database", "follower");
        assertThat(parked()).isEmpty();
    }

    @Test
    void the_watermark_is_the_last_position_before_a_gap() {
        assertThat(inbox.watermark(QUEUE)).isZero();
        List<Envelope> events =
                IntStream.range(0, 5).mapToObj(i -> event("s" + i, "e" + i)).toList();
        inbox.take(new EventBatch(QUEUE, List.of(events.get(0), events.get(1), events.get(3))));
        assertThat(inbox.watermark(QUEUE)).isEqualTo(2);
        inbox.take(new EventBatch(QUEUE, List.of(events.get(4), events.get(2))));
        assertThat(inbox.watermark(QUEUE)).isEqualTo(5);
        assertThat(inbox.watermark("other.queue")).isZero();
    }

    @Test
    void what_is_parked_counts_as_taken() {
        inbox.take(batch(event("a", "refuse"), event("b", "good")));
        assertThat(inbox.watermark(QUEUE)).isEqualTo(2);
    }

    private EventBatch batch(Envelope... events) {
        return new EventBatch(QUEUE, List.of(events));
    }

    private Envelope event(String subject, String text) {
        String data = "{\"text\":\"" + text + "\"}";
        return new Envelope(
                EventIds.next(),
                "io.counterfoil.billing.note.written.v1",
                "/billing",
                subject,
                Instant.parse("2026-01-01T09:00:00Z"),
                EventIds.next().toString(),
                null,
                1,
                ++position,
                subject,
                "US01",
                "somebody",
                null,
                data.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> effects() {
        return database.query("select note from effect order by seq").list(row -> row.text("note"));
    }

    private List<Trouble> parked() {
        Troubles troubles = beans.get(Troubles.class);
        return database
                .query("select id from exception where state = 'OPEN' order by seq")
                .list(row -> row.uuid("id"))
                .stream()
                .map(troubles::byId)
                .toList();
    }

    /** Writes each text down; some texts make it refuse, fail or break. */
    private static final class Scribe implements EventHandler {
        private final Database database;
        private final List<Correlation> correlations = new ArrayList<>();
        private final Set<UUID> parked = new HashSet<>();
        private boolean refusing = true;
        private int breaks;
        private int outages;

        private Scribe(Database database) {
            this.database = database;
        }

        @Override
        public Set<String> types() {
            return Set.of("io.counterfoil.billing.note.written.v1");
        }

        @Override
        public void handle(Envelope event) {
            String text = event.dataAs(Note.class).text();
            database.update("insert into effect (note) values (?)", text);
            correlations.add(Correlation.current());
            if (text.equals("refuse") && refusing) {
                throw new NotThisOne();
            }
            if (text.equals("break")) {
                breaks++;
                throw new IllegalStateException("a defect");
            }
            if (text.startsWith("needs") && outages-- > 0) {
                throw new IllegalStateException(new java.sql.SQLTransientConnectionException("away"));
            }
        }

        @Override
        public void parked(Envelope event, Refusal reason) {
            parked.add(event.id());
        }
    }

    record Note(String text) {}

    private static final class NotThisOne extends Refusal {
        private static final long serialVersionUID = 1L;

        NotThisOne() {
            super(422, TroubleClass.MAPPING, "the text says so", "Mend it.");
        }
    }
}
