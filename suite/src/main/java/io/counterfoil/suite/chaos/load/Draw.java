package io.counterfoil.suite.chaos.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws deals from a seed: the same seed, the same deals in the same order. */
public final class Draw {
    private static final int MOST_UNITS = 5;
    /** Of a hundred deals so many are cancelled before they begin. */
    private static final int CANCELLED = 10;

    private static final int DAYS_UNTIL_LATER = 60;

    private final Random random;
    private final LocalDate today;
    private int drawn;

    public Draw(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** A deal that comes over either channel. */
    public Deal deal() {
        return deal(random.nextBoolean() ? Deal.Channel.CRM : Deal.Channel.API);
    }

    public Deal deal(Deal.Channel channel) {
        int number = ++drawn;
        boolean cancelled = random.nextInt(100) < CANCELLED;
        LocalDate start = cancelled ? today.plusDays(DAYS_UNTIL_LATER) : today;
        Deal.Place place = Deal.Place.values()[random.nextInt(Deal.Place.values().length)];
        return new Deal("chaos-%06d".formatted(number), channel, number, place, start, cancelled, lines());
    }

    /** True so many times in a hundred. */
    public boolean chance(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    /** An amount from 1 to this. */
    public long upTo(long most) {
        return 1 + (long) (random.nextDouble() * most);
    }

    private List<Deal.Line> lines() {
        List<Deal.Line> lines = new ArrayList<>();
        for (Deal.Product product : Deal.Product.values()) {
            if (random.nextInt(3) > 0 || lines.isEmpty() && product == Deal.Product.SETUP) {
                lines.add(new Deal.Line(product, 1 + random.nextInt(MOST_UNITS), price(product)));
            }
        }
        return lines;
    }

    /** Up to nine per cent beside the list price, to the cent: inside the tolerance, and rarely round. */
    private BigDecimal price(Deal.Product product) {
        long list = product.listPrice().movePointRight(2).longValueExact();
        long beside = random.nextInt((int) (list * 18 / 100)) - list * 9 / 100;
        return BigDecimal.valueOf(list + beside, 2);
    }
}
