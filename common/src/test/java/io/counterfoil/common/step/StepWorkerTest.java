package io.counterfoil.common.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.ReplayTrouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepWorkerTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Caller caller = new Caller(database);
    private final Stranger stranger = new Stranger();
    private final TestBeans beans =
            TestBeans.on(POSTGRES).with(caller).with(stranger).with(new ReplayStep());
    private final Steps steps = beans.observe(Steps.StepsScheduled.class, scheduled -> beans().get(StepWorker.class)
                    .wake(scheduled))
            .get(Steps.class);

    private TestBeans beans() {
        return beans;
    }

    @BeforeEach
    void start() {
        database.update(
                "create table if not exists outcome (seq bigint generated always as identity, note text not null)");
        database.update("truncate outcome, step, exception, exception_history");
        StepWorker worker = beans.get(StepWorker.class);
        beans.get(ReplayStep.class).steps = steps;
        beans.get(ReplayStep.class).handlers = worker.handlers;
        for (int i = 0; i < 3; i++) {
            String name = "steps-" + i;
            threads.execute(() -> worker.loop(name));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        beans.get(Heartbeat.class).close();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_step_is_done_after_the_commit_within_its_business_transaction() {
        Correlation deal = new Correlation("deal", "cause", "somebody");
        POSTGRES.transactions().fresh(() -> {
            Correlation.within(deal, () -> steps.schedule("call", "o-1", new Call("hello")));
            assertThat(caller.calls).isEmpty();
        });
        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("hello"));
        assertThat(caller.correlations).containsExactly(deal);
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE"));
    }

    @Test
    void steps_of_one_subject_are_done_one_after_the_other_even_when_the_first_must_be_repeated() {
        caller.failures = 2;
        schedule("o-1", "first");
        schedule("o-1", "second");
        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("first", "second"));
        assertThat(caller.calls).containsExactly("first", "first", "first", "second");
    }

    @Test
    void a_refused_step_is_parked_for_its_owner_and_a_replay_does_it_and_those_behind_it() {
        caller.refusing = true;
        schedule("o-1", "refused");
        schedule("o-1", "behind");
        schedule("o-2", "neighbour");
        await().untilAsserted(() -> assertThat(states()).contains("PARKED", "DONE"));
        UUID exception = database.query(
                        "select id from exception where class = 'MAPPING' and owner = 'revenue-operations'")
                .one(row -> row.uuid("id"))
                .orElseThrow();
        assertThat(caller.parked).containsExactly(exception);
        assertThat(outcomes()).containsExactly("neighbour");

        caller.refusing = false;
        beans.get(ReplayTrouble.class).handle(exception, "mender");

        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("neighbour", "refused", "behind"));
    }

    @Test
    void a_waived_step_is_given_up_and_those_behind_it_go_on() {
        caller.refusing = true;
        schedule("o-1", "refused");
        schedule("o-1", "behind");
        await().untilAsserted(() -> assertThat(states()).containsExactly("PARKED", "DUE"));
        UUID exception = database.query("select id from exception")
                .one(row -> row.uuid("id"))
                .orElseThrow();
        POSTGRES.transactions().fresh(() -> beans.get(ReplayStep.class)
                .waived(beans.get(Troubles.class).byId(exception)));

        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("behind"));
        assertThat(states()).containsExactly("DONE", "DONE");
        assertThat(caller.waived).hasValue(1);
    }

    @Test
    void a_step_whose_worker_hangs_is_taken_up_after_its_lease_and_the_late_one_has_no_effect() {
        caller.hanging = new CountDownLatch(1);
        schedule("o-1", "hangs once");
        await().until(() -> !caller.calls.isEmpty());
        assertThat(states()).containsExactly("RUNNING");
        database.update("update step set lease_until = now() - interval '1 second'");
        beans.get(Heartbeat.class).wakeAll();

        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE"));
        assertThat(outcomes()).containsExactly("hangs once");
        assertThat(database.query("select attempts from step").one(row -> row.intValue("attempts")))
                .contains(2);

        caller.hanging.countDown();
        await().untilAsserted(() -> assertThat(caller.returned).hasValue(2));
        schedule("o-2", "afterwards");
        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("hangs once", "afterwards"));
        assertThat(states()).containsExactly("DONE", "DONE");
    }

    @Test
    void a_set_is_done_in_one_call_and_one_transaction_each_within_its_business_transaction() {
        caller.most = 10;
        scheduleTogether("one", "two", "three");
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE", "DONE", "DONE"));
        assertThat(caller.sets).containsExactly(3);
        assertThat(outcomes()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(caller.correlations)
                .extracting(Correlation::correlationId)
                .containsExactlyInAnyOrder("of one", "of two", "of three");
    }

    @Test
    void one_that_its_set_leaves_is_refused_alone_and_the_others_are_done() {
        caller.most = 10;
        caller.refusing = true;
        scheduleTogether("one", "refused", "three");
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE", "PARKED", "DONE"));
        assertThat(caller.sets).containsExactly(3);
        assertThat(caller.calls).containsExactly("refused");
        assertThat(caller.parked).hasSize(1);
        assertThat(outcomes()).containsExactlyInAnyOrder("one", "three");
    }

    @Test
    void a_set_that_fails_has_no_effect_and_each_of_it_is_done_by_itself() {
        caller.most = 10;
        caller.setFails = true;
        scheduleTogether("one", "two", "three");
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE", "DONE", "DONE"));
        assertThat(caller.sets).containsExactly(3);
        assertThat(caller.calls).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(outcomes()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void a_set_that_outlived_its_lease_has_no_effect_beside_those_who_took_over() {
        caller.most = 10;
        caller.hanging = new CountDownLatch(1);
        scheduleTogether("one", "two");
        await().until(() -> !caller.sets.isEmpty());
        database.update("update step set lease_until = now() - interval '1 second'");
        beans.get(Heartbeat.class).wakeAll();
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE", "DONE"));
        caller.hanging.countDown();
        await().untilAsserted(() -> assertThat(caller.returned).hasValue(3));
        schedule("o-2", "afterwards");
        await().untilAsserted(() -> assertThat(outcomes()).containsExactlyInAnyOrder("one", "two", "afterwards"));
    }

    @Test
    void strangers_that_do_not_answer_hold_up_nobody_but_each_other() {
        POSTGRES.transactions().fresh(() -> List.of("s-1", "s-2", "s-3", "s-4")
                .forEach(subject -> steps.schedule("stranger", subject, new Call("anybody there"))));
        await().until(() -> stranger.calls.get() == 1);
        schedule("o-1", "hello");
        await().untilAsserted(() -> assertThat(outcomes()).containsExactly("hello"));
        assertThat(stranger.calls).hasValue(1);
        stranger.answers.countDown();
        await().untilAsserted(() -> assertThat(states()).containsOnly("DONE"));
        assertThat(stranger.calls).hasValue(4);
    }

    private void scheduleTogether(String... texts) {
        POSTGRES.transactions()
                .fresh(() -> Gathering.within(() -> {
                    for (String text : texts) {
                        Correlation.within(
                                new Correlation("of " + text, null, "somebody"),
                                () -> steps.schedule("call", "o-" + text, new Call(text)));
                    }
                }));
    }

    private void schedule(String subject, String text) {
        POSTGRES.transactions().fresh(() -> steps.schedule("call", subject, new Call(text)));
    }

    private List<String> outcomes() {
        return database.query("select note from outcome order by seq").list(row -> row.text("note"));
    }

    private List<String> states() {
        return database.query("select state from step order by seq").list(row -> row.text("state"));
    }

    record Call(String text) {}

    /** Another system in a handler's clothes: it may refuse, fail, or never come back. */
    private static final class Caller implements StepHandler {
        private final Database database;
        private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        private final List<Correlation> correlations = Collections.synchronizedList(new ArrayList<>());
        private final List<UUID> parked = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> sets = Collections.synchronizedList(new ArrayList<>());
        private volatile int most = 1;
        private volatile boolean setFails;
        private volatile boolean refusing;
        private volatile CountDownLatch hanging;
        private final AtomicInteger returned = new AtomicInteger();
        private final AtomicInteger waived = new AtomicInteger();
        private volatile int failures;

        private Caller(Database database) {
            this.database = database;
        }

        @Override
        public String kind() {
            return "call";
        }

        @Override
        public StepOutcome run(Step step) {
            String text = step.payloadAs(Call.class).text();
            calls.add(text);
            correlations.add(Correlation.current());
            if (refusing && text.equals("refused")) {
                throw new NoMapping();
            }
            hangIfFirst();
            if (failures > 0) {
                failures--;
                return StepOutcome.retry("not now");
            }
            return StepOutcome.done(() -> database.update("insert into outcome (note) values (?)", text));
        }

        @Override
        public int most() {
            return most;
        }

        @Override
        public Supplier<Set<UUID>> runAll(List<Step> steps) {
            sets.add(steps.size());
            if (setFails) {
                throw new IllegalStateException("not together");
            }
            hangIfFirst();
            return () ->
                    steps.stream().filter(step -> !done(step)).map(Step::id).collect(Collectors.toSet());
        }

        private boolean done(Step step) {
            String text = step.payloadAs(Call.class).text();
            if (refusing && text.equals("refused")) {
                return false;
            }
            step.within(() -> {
                correlations.add(Correlation.current());
                database.update("insert into outcome (note) values (?)", text);
            });
            return true;
        }

        private void hangIfFirst() {
            if (hanging != null && calls.size() + sets.size() == 1) {
                try {
                    hanging.await();
                } catch (InterruptedException end) {
                    throw new IllegalStateException(end);
                }
            }
            returned.incrementAndGet();
        }

        @Override
        public void parked(Step step, Refusal reason, UUID exceptionId) {
            parked.add(exceptionId);
        }

        @Override
        public void waived(Step step) {
            waived.incrementAndGet();
        }
    }

    /** An address of somebody else, which takes its time. */
    private static final class Stranger implements StepHandler {
        private final CountDownLatch answers = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String kind() {
            return "stranger";
        }

        @Override
        public boolean isUnhurried() {
            return true;
        }

        @Override
        public StepOutcome run(Step step) {
            calls.incrementAndGet();
            try {
                answers.await();
            } catch (InterruptedException end) {
                throw new IllegalStateException(end);
            }
            return StepOutcome.done(() -> {});
        }
    }

    private static final class NoMapping extends Refusal {
        private static final long serialVersionUID = 1L;

        NoMapping() {
            super(422, TroubleClass.MAPPING, "no mapping for X", "Add the mapping.");
        }
    }
}
