package io.counterfoil.common.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where those wait who ask for the same: one of them does it for all that have come, and those who come meanwhile are the next
 * set. Nobody waits for a set to grow.
 */
final class Gate<T, R> {

    private static final Logger LOG = Logger.getLogger(Gate.class.getName());
    private static final int MOST = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Duration patience;
    private final ReentrantLock passing = new ReentrantLock();
    private final Queue<Place<T, R>> waiting = new ConcurrentLinkedQueue<>();

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
        for (Place<T, R> place = waiting.poll(); place != null; place = set.size() < MOST ? waiting.poll() : null) {
            set.add(place);
        }
        return set;
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
    }
}
