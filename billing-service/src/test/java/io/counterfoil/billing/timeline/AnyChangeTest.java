package io.counterfoil.billing.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Any start day, any dialect, any rhythm, any changes on any days. More draws by {@code -Dcounterfoil.draws=1000000}; a run is
 * repeated by {@code -Dcounterfoil.seed=…}.
 */
class AnyChangeTest {
    private static final int DRAWS = Integer.getInteger("counterfoil.draws", 100_000);
    private static final String ADDED = "added";
    private static final List<BillingPeriod> RHYTHMS = List.of(
            BillingPeriod.WEEK,
            BillingPeriod.MONTH,
            BillingPeriod.MONTH,
            BillingPeriod.QUARTER,
            BillingPeriod.YEAR,
            BillingPeriod.valueOf("P10D"));
    private static final List<ChangeKind> KINDS = List.of(
            ChangeKind.PLAN,
            ChangeKind.QUANTITY,
            ChangeKind.PRICE,
            ChangeKind.ANCHOR,
            ChangeKind.PAUSE,
            ChangeKind.RESUME,
            ChangeKind.SUSPEND,
            ChangeKind.REINSTATE,
            ChangeKind.ADD_ON,
            ChangeKind.DROP_ADD_ON,
            ChangeKind.RENEW,
            ChangeKind.CANCEL);

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);

    @Test
    void every_day_is_billed_once_and_nothing_is_taken_back_beyond_what_is_left() {
        for (int draw = 0; draw < DRAWS / 2; draw++) {
            LocalDate start = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
            Sold sold = Sold.of(
                    "plan-a", price(), pick(RHYTHMS), pick(List.of(Proration.values())), start, 1 + random.nextInt(31));
            LocalDate today = start;
            sold.billed(today.toString());
            List<Change> scheduled = new ArrayList<>();
            for (int step = 0; step < 1 + random.nextInt(4); step++) {
                today = today.plusDays(random.nextInt(70));
                sold.billed(today.toString());
                change(sold, start, today, scheduled);
                assertSound(sold, today, draw);
            }
        }
    }

    @Test
    void parts_at_the_same_price_add_up_to_the_whole() {
        for (int draw = 0; draw < DRAWS / 2; draw++) {
            Proration dialect = pick(List.of(Proration.values()));
            BillingPeriod rhythm = pick(RHYTHMS);
            String price = price();
            LocalDate start = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1500));
            Sold sold = Sold.of("plan-0", price, rhythm, dialect, start, start.getDayOfMonth());
            sold.billed(start.toString());
            ServicePeriod period = sold.lines().get(0).item().period();
            LocalDate day = start;
            for (int step = 1; step < 4 && period.contains(day); step++) {
                Details same = new Details(
                        "plan-" + (step - 1),
                        List.of(Sold.terms("plan-" + step, price, "1", rhythm, dialect)),
                        null,
                        null,
                        null,
                        keepsCycle(rhythm) ? null : period.start().getDayOfMonth(),
                        null,
                        false,
                        null);
                sold.changed(sold.change(keepsCycle(rhythm) ? ChangeKind.PLAN : ChangeKind.PRICE, day, same), day);
                day = day.plusDays(1 + random.nextInt((int) period.days()));
            }
            Money sum = sold.lines().stream()
                    .map(BilledLine::left)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertThat(sum)
                    .as("seed %s draw %s: %s of %s from %s, %s", seed, draw, price, rhythm, start, dialect)
                    .isEqualTo(Money.of(price, Sold.USD));
        }
    }

    /** A plan of another length, or one that is counted in days, begins its cycle anew; a month keeps it. */
    private static boolean keepsCycle(BillingPeriod rhythm) {
        return rhythm.equals(BillingPeriod.MONTH);
    }

    private void change(Sold sold, LocalDate start, LocalDate today, List<Change> scheduled) {
        if (!scheduled.isEmpty() && random.nextInt(4) == 0) {
            Change back = scheduled.remove(random.nextInt(scheduled.size()));
            boolean misled =
                    sold.timeline().misledBy(sold.timeline().without(back)).isPresent();
            if (back.effectiveDate().isAfter(today) && !misled) {
                sold.takenBack(back, today);
                return;
            }
        }
        ChangeKind kind = pick(KINDS);
        boolean dunning = kind == ChangeKind.SUSPEND || kind == ChangeKind.REINSTATE;
        LocalDate day = dunning ? today : today.plusDays(random.nextInt(60) - 20);
        day = day.isBefore(start) ? start : day;
        boolean added = sold.timeline().on(day).terms().stream().anyMatch(AnyChangeTest::isAdded);
        boolean possible = kind == ChangeKind.ADD_ON ? !added : kind != ChangeKind.DROP_ADD_ON || added;
        if (!possible || !legal(kind, sold.timeline().on(day).state(), sold.timeline())) {
            return;
        }
        Change change = sold.change(kind, day, details(sold, kind, day));
        if (sold.timeline().misledBy(sold.timeline().with(change)).isPresent()) {
            return;
        }
        assertThat(sold.preview(change, today)).isEqualTo(sold.preview(change, today));
        sold.changed(change, today);
        if (day.isAfter(today)) {
            scheduled.add(change);
        }
    }

    private static boolean legal(ChangeKind kind, SubscriptionState state, Timeline timeline) {
        boolean blockedLater = timeline.changes().stream().anyMatch(change -> change.kind() == ChangeKind.SUSPEND);
        return switch (kind) {
            case RESUME -> state == SubscriptionState.PAUSED;
            case REINSTATE -> state == SubscriptionState.SUSPENDED;
            case SUSPEND -> state == SubscriptionState.ACTIVE && !blockedLater;
            case DROP_ADD_ON -> state == SubscriptionState.ACTIVE;
            default -> state == SubscriptionState.ACTIVE && timeline.lastEnd() == null;
        };
    }

    private Details details(Sold sold, ChangeKind kind, LocalDate day) {
        String plan = "plan-" + (char) ('b' + random.nextInt(20));
        String now = sold.timeline().on(day).planId();
        boolean extra = kind == ChangeKind.ADD_ON || kind == ChangeKind.DROP_ADD_ON;
        String brought = extra ? ADDED : plan;
        return new Details(
                extra ? ADDED : now,
                kind == ChangeKind.PLAN || kind == ChangeKind.ADD_ON
                        ? List.of(Sold.terms(brought, price(), "1", pick(RHYTHMS), pick(List.of(Proration.values()))))
                        : List.of(),
                kind == ChangeKind.QUANTITY ? new Quantity(java.math.BigDecimal.valueOf(1 + random.nextInt(20))) : null,
                kind == ChangeKind.PRICE ? UnitPrice.of(price()) : null,
                kind == ChangeKind.CANCEL ? day : null,
                kind == ChangeKind.ANCHOR ? 1 + random.nextInt(31) : null,
                kind == ChangeKind.RENEW ? UpliftRate.ofPercent("3.5") : null,
                kind == ChangeKind.REINSTATE && random.nextBoolean(),
                null);
    }

    private void assertSound(Sold sold, LocalDate today, int draw) {
        String where = "seed " + seed + " draw " + draw;
        List<ServicePeriod> base = new ArrayList<>();
        List<ServicePeriod> added = new ArrayList<>();
        for (BilledLine line : sold.lines()) {
            assertThat(line.left().isNegative()).as(where).isFalse();
            List<ServicePeriod> stays = Spans.minus(line.item().period(), line.repaired());
            if (stays.isEmpty()) {
                assertThat(line.left().isZero())
                        .as(where + ": all is taken back of " + line)
                        .isTrue();
            }
            (line.item().planId().equals(ADDED) ? added : base).addAll(stays);
        }
        assertNoDayTwice(base, () -> where + ": no day twice; " + today + story(sold));
        assertNoDayTwice(added, () -> where + ": no added day twice; " + today + story(sold));
        if (sold.timeline().on(today).state() != SubscriptionState.SUSPENDED) {
            sold.timeline()
                    .segments()
                    .forEach(segment -> assertBilled(segment, isAdded(segment.terms()) ? added : base, today, where));
        }
    }

    private static void assertNoDayTwice(List<ServicePeriod> kept, Supplier<String> where) {
        kept.sort(Comparator.comparing(ServicePeriod::start));
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i).start())
                    .as(where)
                    .isAfterOrEqualTo(kept.get(i - 1).end());
        }
    }

    private static boolean isAdded(ChargeTerms terms) {
        return terms.planId().equals(ADDED);
    }

    private static String story(Sold sold) {
        StringBuilder told = new StringBuilder();
        sold.timeline().changes().forEach(change -> told.append("\n")
                .append(change.number())
                .append(' ')
                .append(change.kind())
                .append(' ')
                .append(change.effectiveDate()));
        sold.lines().forEach(line -> told.append("\n")
                .append(line.item().planId())
                .append(' ')
                .append(line.item().period())
                .append(" at ")
                .append(line.item().net())
                .append(", left ")
                .append(line.left())
                .append(" without ")
                .append(line.repaired()));
        sold.timeline().segments().forEach(segment -> told.append("\n")
                .append(segment.terms().planId())
                .append(' ')
                .append(segment.terms().dialect())
                .append(' ')
                .append(' ')
                .append(segment.start())
                .append(" until ")
                .append(segment.end()));
        return told.toString();
    }

    /** What is charged up to today is billed, and what is not charged is not. */
    private static void assertBilled(Segment segment, List<ServicePeriod> kept, LocalDate today, String where) {
        LocalDate end = segment.end() == null || segment.end().isAfter(today) ? today.plusDays(1) : segment.end();
        if (segment.start().isBefore(end)) {
            assertThat(Spans.minus(new ServicePeriod(segment.start(), end), kept))
                    .as(where + ": unbilled of " + segment)
                    .isEmpty();
        }
    }

    private String price() {
        return Money.ofMinor(1000 + random.nextInt(500_000), Sold.USD).amount();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
