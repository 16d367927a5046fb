package io.counterfoil.common.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where those wait who ask for the same: one of them does it for all that have come, and those who come meanwhile are the next
 * set. Most of what a set costs it costs once: while half of those who were here a moment ago are still on their way, it waits for
 * them as long as somebody comes every few milliseconds. Who is alone waits for nobody.
 */
final class Gate<T, R> {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());
    private static final int MOST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** So long for the next one of a set, and so long for all of them. */
    private static final Duration NEXT = Duration.ofMillis(4);

    private static final Duration ALL = Duration.ofMillis(20);

    private final Duration patience;
    private final ReentrantLock passing = new ReentrantLock();
    private final BlockingQueue<Place<T, R>> waiting = new LinkedBlockingQueue<>();

    /** How many ask at a time, by what the last sets have seen; only who passes looks at it. */
    private int usual;

    Gate() {
        this(PATIENCE);
    }

    Gate(Duration patience) {
        this.patience = patience;
    }

    private static final class Place<T, R> {
        private final T asked;
        private R answer;
        private boolean passed;

        private Place(T asked) {
            this.asked = asked;
        }
    }

    /** The answer; empty where it has to be asked for alone. */
    Optional<R> pass(T asked, Function<List<T>, List<R>> work) {
        Place<T, R> own = new Place<>(asked);
        waiting.add(own);
        if (!isLet(own)) {
            return Optional.empty();
        }
        try {
            while (!own.passed) {
                together(next(), work);
            }
        } finally {
            passing.unlock();
        }
        return Optional.ofNullable(own.answer);
    }

    /** Who has waited long enough goes alone, unless a set has taken it along by then: that one answers soon. */
    private boolean isLet(Place<T, R> own) {
        boolean let = false;
        try {
            let = passing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!let && !waiting.remove(own)) {
            passing.lock();
            let = true;
        }
        return let;
    }

    /** How many wait for the next set. */
    int waiting() {
        return waiting.size();
    }

    private List<Place<T, R>> next() {
        List<Place<T, R>> set = new ArrayList<>();
        waiting.drainTo(set, MOST);
        long until = System.nanoTime() + ALL.toNanos();
        while (set.size() < Math.min(MOST, (usual + 1) / 2)) {
            Place<T, R> late = polled(Math.min(NEXT.toNanos(), until - System.nanoTime()));
            if (late == null) {
                break;
            }
            set.add(late);
        }
        return set;
    }

    /** Who comes within the time; null where nobody does, or the server wants its threads back. */
    private Place<T, R> polled(long nanos) {
        try {
            return waiting.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void together(List<Place<T, R>> set, Function<List<T>, List<R>> work) {
        set.forEach(place -> place.passed = true);
        try {
            List<R> answers = work.apply(set.stream().map(place -> place.asked).toList());
            for (int i = 0; i < set.size(); i++) {
                set.get(i).answer = answers.get(i);
            }
        } catch (RuntimeException apart) {
            set.forEach(place -> place.answer = null);
            LOG.log(Level.FINE, apart, () -> set.size() + " requests failed together, one by one now");
        }
        usual = Math.max(set.size() + waiting.size(), usual - 1);
    }
}
