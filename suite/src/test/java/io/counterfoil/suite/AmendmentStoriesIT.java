package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.AmendmentStory.Kind;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Amendments of every kind in a random order, taken back at any moment, alone or with all of their order: every book nets to what
 * it should.
 */
class AmendmentStoriesIT {

    private static final int CONTRACTS = 6;
    private static final int STEPS = 5;

    /** Longer than anything is scheduled ahead. */
    private static final Period LATER = Period.ofDays(25);

    private final Counterfoil counterfoil = Counterfoil.running();

    @Test
    void amendments_in_any_order_with_compensation_at_any_moment_net_to_what_they_should() {
        long seed = Long.getLong("counterfoil.seed", System.nanoTime());
        System.out.println("amendment stories with -Dcounterfoil.seed=" + seed);
        Random random = new Random(seed);
        Deck deck = new Deck(random);
        List<AmendmentStory> stories = new ArrayList<>();
        for (int i = 0; i < CONTRACTS; i++) {
            stories.add(new AmendmentStory(counterfoil, random, 1 + random.nextInt(STEPS)));
        }
        for (int step = 0; step < STEPS; step++) {
            counterfoil.stack().time().move(Period.ofDays(1 + random.nextInt(12)));
            for (AmendmentStory story : stories) {
                story.step(step, deck::draw);
            }
        }
        stories.forEach(AmendmentStory::end);
        counterfoil.stack().time().move(LATER);
        stories.forEach(AmendmentStory::netsToNothing);
        stories.forEach(story -> System.out.println(story.told()));
        assertThat(deck.drawn).containsExactlyInAnyOrder(Kind.values());
        counterfoil.books().balance();
    }

    /** Gives every kind before it gives one again. */
    private static final class Deck {
        private final Random random;
        private final List<Kind> left = new ArrayList<>();
        private final Set<Kind> drawn = EnumSet.noneOf(Kind.class);

        Deck(Random random) {
            this.random = random;
        }

        Kind draw() {
            if (left.isEmpty()) {
                left.addAll(Arrays.asList(Kind.values()));
                Collections.shuffle(left, random);
            }
            Kind kind = left.remove(0);
            drawn.add(kind);
            return kind;
        }
    }
}
