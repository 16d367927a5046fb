package io.counterfoil.common.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks at the same moment is answered by one turn. */
class GateTest {

    private final Gate<Integer, String> gate = new Gate<>();
    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void who_comes_alone_waits_for_nobody() {
        assertThat(gate.pass(7, this::answers)).contains("7");
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void who_comes_while_a_set_is_done_is_in_the_next_one_and_gets_the_own_answer() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger come = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(9);
        CompletableFuture<Optional<String>> leader = CompletableFuture.supplyAsync(
                () -> gate.pass(0, set -> {
                    first.countDown();
                    while (come.get() < 8 || gate.waiting() < 8) {
                        Thread.onSpinWait();
                    }
                    return answers(set);
                }),
                threads);
        first.await();
        List<CompletableFuture<Optional<String>>> others = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            come.incrementAndGet();
                            return gate.pass(i, this::answers);
                        },
                        threads))
                .toList();
        assertThat(leader.join()).contains("0");
        assertThat(others.stream().map(CompletableFuture::join))
                .extracting(Optional::get)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(sizes).containsExactly(1, 8);
        threads.shutdown();
    }

    @Test
    void who_has_waited_long_enough_goes_alone_and_is_in_no_set() throws InterruptedException {
        Gate<Integer, String> impatient = new Gate<>(Duration.ofMillis(20));
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<Optional<String>> leader = CompletableFuture.supplyAsync(() -> impatient.pass(0, set -> {
            first.countDown();
            awaited(gone);
            return answers(set);
        }));
        first.await();
        assertThat(impatient.pass(1, this::answers)).isEmpty();
        gone.countDown();
        assertThat(leader.join()).contains("0");
        assertThat(impatient.waiting()).isZero();
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void what_fails_together_has_no_answer_and_the_gate_stays_open() {
        Optional<String> none = gate.pass(1, set -> {
            throw new IllegalStateException("one of them is wrong");
        });
        assertThat(none).isEmpty();
        assertThat(gate.pass(2, this::answers)).contains("2");
    }

    @Test
    void a_set_waits_for_half_of_those_who_were_there_before_but_not_for_those_who_stay_away()
            throws InterruptedException {
        who_comes_while_a_set_is_done_is_in_the_next_one_and_gets_the_own_answer();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Optional<String>>> again = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> gate.pass(i, this::answers), threads))
                .toList();
        assertThat(again.stream().map(CompletableFuture::join))
                .extracting(Optional::get)
                .containsExactly("0", "1", "2", "3");
        assertThat(gate.pass(9, this::answers)).contains("9");
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(14);
        threads.shutdown();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> answers(List<Integer> set) {
        sizes.add(set.size());
        return set.stream().map(String::valueOf).toList();
    }
}
