package io.counterfoil.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestBroker;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** From the outbox over a real broker to a consumer: in order, dense, and whatever happens on the way. */
class MessagePathTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final String QUEUE = "ledger.billing-events";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Envelope> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private TestBroker server;
    private TestBeans beans;
    private Outbox outbox;

    @BeforeEach
    void start(@TempDir Path folder) {
        POSTGRES.database().update("truncate outbox");
        POSTGRES.database().update("update outbox_position set position = 0, sent = 0");
        server =
                TestBroker.start(folder, Map.of(QUEUE, "billing.events", "warehouse.billing-events", "billing.events"));
        beans = TestBeans.on(POSTGRES)
                .setting("broker.url", server.url())
                .setting("broker.user", "billing")
                .setting("broker.password", "none")
                .setting("event.context", "billing");
        beans.observe(Outbox.FactsCommitted.class, beans.get(OutboxRelay.class)::wake);
        outbox = beans.get(Outbox.class);
        threads.execute(beans.get(OutboxRelay.class)::loop);
    }

    @AfterEach
    void stop() throws InterruptedException {
        beans.get(Heartbeat.class).close();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        beans.get(Broker.class).close();
        server.close();
    }

    @Test
    void what_was_published_arrives_in_order_with_dense_positions_and_sequences() {
        publish(0, 500, 7);
        read(batch -> {});
        awaitTaken(500);
        assertThat(taken).extracting(Envelope::position).containsExactlyElementsOf(upTo(500));
        taken.stream().collect(Collectors.groupingBy(Envelope::subject)).forEach((subject, events) -> assertThat(events)
                .as(subject)
                .extracting(Envelope::sequence)
                .containsExactlyElementsOf(upTo(events.size())));
        assertThat(batches).as("sizes of batches").anyMatch(size -> size > 50);
        assertThat(server.waiting("warehouse.billing-events")).isEqualTo(500);
    }

    @Test
    void an_event_arrives_as_it_left() {
        Correlation deal = new Correlation("0190a1b2-00c0-7000-8000-000000000001", "cause", "somebody");
        Correlation.within(deal, () -> publish(0, 1, 1));
        read(batch -> {});
        awaitTaken(1);
        assertThat(taken.get(0)).satisfies(event -> {
            assertThat(event.type()).isEqualTo("io.counterfoil.billing.note.written.v1");
            assertThat(event.source()).isEqualTo("/billing");
            assertThat(event.subject()).isEqualTo("n-0");
            assertThat(event.partitionKey()).isEqualTo("n-0");
            assertThat(event.legalEntity()).isNull();
            assertThat(event.correlationId()).isEqualTo(deal.correlationId());
            assertThat(event.causationId()).isEqualTo("cause");
            assertThat(event.actor()).isEqualTo("somebody");
            assertThat(event.dataAs(OutboxTest.NoteWritten.class).text()).isEqualTo("text 0");
        });
    }

    @Test
    void a_batch_that_fails_comes_again_in_its_order_before_anything_else() {
        List<List<Long>> seen = Collections.synchronizedList(new ArrayList<>());
        publish(0, 20, 3);
        read(batch -> {
            seen.add(batch.events().stream().map(Envelope::position).toList());
            if (seen.size() == 1) {
                throw new IllegalStateException("the database is away");
            }
        });
        awaitTaken(20);
        assertThat(seen.get(1)).startsWith(1L);
        assertThat(taken).extracting(Envelope::position).containsExactlyElementsOf(upTo(20));
        await().untilAsserted(() -> assertThat(server.waiting(QUEUE)).isZero());
    }

    @Test
    void a_queue_gets_what_its_filter_lets_in_and_what_bears_no_type() {
        server.filter("warehouse.billing-events", "cloudEvents_type IS NULL OR cloudEvents_type IN ('other')");
        publish(0, 3, 1);
        read(batch -> {});
        awaitTaken(3);
        assertThat(server.waiting("warehouse.billing-events")).isZero();
        server.filter(
                "warehouse.billing-events",
                "cloudEvents_type IS NULL OR cloudEvents_type IN ('other', 'io.counterfoil.billing.note.written.v1')");
        publish(3, 2, 1);
        awaitTaken(5);
        assertThat(server.waiting("warehouse.billing-events")).isEqualTo(2);
    }

    @Test
    void facts_wait_while_the_broker_is_away_and_go_out_when_it_is_back() {
        publish(0, 5, 1);
        read(batch -> {});
        awaitTaken(5);
        server.stop();
        publish(5, 5, 1);
        assertThat(unsent()).isEqualTo(5);
        server.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> unsent() == 0);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(positionsTaken()).containsExactlyElementsOf(upTo(10)));
    }

    @Test
    void a_row_that_commits_later_than_its_followers_is_not_lost() throws Exception {
        read(batch -> {});
        Thread slow = new Thread(() -> POSTGRES.transactions().fresh(() -> {
            outbox.publish(new OutboxTest.NoteWritten("slow", "begun first"));
            publish(0, 3, 1); // later rows, committed while this one is still open
            awaitTaken(3);
        }));
        slow.start();
        slow.join(20_000);
        awaitTaken(4);
        assertThat(taken.get(3).subject()).isEqualTo("slow");
        assertThat(taken).extracting(Envelope::position).containsExactlyElementsOf(upTo(4));
    }

    private void publish(int from, int count, int subjects) {
        POSTGRES.transactions().fresh(() -> {
            for (int i = from; i < from + count; i++) {
                outbox.publish(new OutboxTest.NoteWritten("n-" + i % subjects, "text " + i));
            }
        });
    }

    private void read(Consumer<EventBatch> consumer) {
        Subscriber<Message<EventBatch>> subscriber = new Subscriber<>() {
            private Subscription channel;

            @Override
            public void onSubscribe(Subscription subscription) {
                channel = subscription;
                channel.request(1);
            }

            @Override
            public void onNext(Message<EventBatch> message) {
                threads.execute(() -> {
                    try {
                        consumer.accept(message.getPayload());
                        taken.addAll(message.getPayload().events());
                        batches.add(message.getPayload().events().size());
                        message.ack();
                    } catch (RuntimeException failed) {
                        message.nack(failed);
                    }
                    channel.request(1);
                });
            }

            @Override
            public void onError(Throwable error) {
                throw new IllegalStateException(error);
            }

            @Override
            public void onComplete() {
                throw new IllegalStateException("a channel never ends");
            }
        };
        QueueReader reader =
                new QueueReader(QUEUE, 200, subscriber, beans.get(Broker.class), beans.get(Heartbeat.class), Set::of);
        subscriber.onSubscribe(reader);
        threads.execute(reader::loop);
    }

    private void awaitTaken(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() >= count);
        assertThat(taken).hasSize(count);
    }

    private List<Long> positionsTaken() {
        return taken.stream().map(Envelope::position).distinct().toList();
    }

    private long unsent() {
        return new Database(POSTGRES.outside())
                .query("select count(*) as n from outbox_unsent")
                .one(row -> row.longValue("n"))
                .orElseThrow();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
