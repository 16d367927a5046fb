package io.counterfoil.customer.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** After any history the exposure is what an oracle says, as it happens and in whatever order its facts arrive. */
class ExposureOfAnyHistoryTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    /** More of them with -Dcounterfoil.rounds=500. */
    private static final int ROUNDS = Integer.getInteger("counterfoil.rounds", 15);

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final FollowExposure follow = beans.get(FollowExposure.class);
    private final CreditBook book = beans.get(CreditBook.class);
    private final long seed = Long.getLong("counterfoil.seed", 20_260_101L);
    private final Random random = new Random(seed);

    @Test
    void the_exposure_is_right_after_each_step_and_in_any_order_of_arrival() {
        System.err.println("-Dcounterfoil.seed=" + seed);
        for (int round = 0; round < ROUNDS; round++) {
            AnyHistory history = new AnyHistory(random);
            asItHappens(history);
            for (int i = 0; i < 3; i++) {
                forget();
                arrive(history);
            }
        }
    }

    private void asItHappens(AnyHistory history) {
        int steps = 5 + random.nextInt(40);
        for (int step = 0; step < steps; step++) {
            int told = history.facts.size();
            history.happens();
            heard(history.facts.subList(told, history.facts.size())).forEach(follow::handle);
            check(history, "step " + step);
        }
    }

    /** One by one, or many at once. */
    private void arrive(AnyHistory history) {
        List<Envelope> arrival = new ArrayList<>(heard(history.facts));
        Collections.shuffle(arrival, random);
        for (int from = 0; from < arrival.size(); ) {
            int to = Math.min(arrival.size(), from + 1 + random.nextInt(8));
            follow.handleRun(arrival.subList(from, to));
            from = to;
        }
        check(history, "arrival " + arrival.stream().map(Envelope::position).toList());
    }

    /** What it subscribes to; nothing else ever comes. */
    private List<Envelope> heard(List<Envelope> facts) {
        return facts.stream()
                .filter(fact -> follow.types().contains(fact.type()))
                .toList();
    }

    private void check(AnyHistory history, String when) {
        assertThat(book.exposure(history.customer).getOrDefault("USD", Exposure.none("USD")))
                .as("seed %s, %s%n%s", seed, when, String.join("\n", history.story))
                .isEqualTo(history.atRisk());
    }

    private static void forget() {
        for (String table : List.of("credit_receivable", "credit_commitment", "credit_tax", "credit_cash")) {
            POSTGRES.database().update("delete from " + table);
        }
    }
}
