package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was agreed first and all that changes say of its value come to what is billed until the end. */
class ValueChangeTest {
    private static final int STORIES = 20;

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);
    private final LifeHouse life =
            new LifeHouse("2026-01-05").plan("monthly", "MONTH").plan("yearly", "YEAR");
    private LocalDate day = LocalDate.parse("2026-01-05");

    @Test
    void more_units_from_the_middle_of_a_term_cost_as_much_more() {
        UUID subscription = life.subscribe("monthly", "10.00", Map.of("quantity", "3", "termMonths", 12));
        life.at("2026-07-05");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "5"));
        assertThat(told(subscription)).isEqualTo("120.00");
        life.change(subscription, ChangeKind.CANCEL, Map.of("effectiveDate", "2026-08-05", "reason", "moved away"));
        assertThat(told(subscription)).as("not before its day").isEqualTo("120.00");
        life.at("2026-08-05");
        assertThat(told(subscription)).as("five months at 50.00 less").isEqualTo("-130.00");
    }

    @Test
    void without_an_end_nobody_can_say() {
        UUID subscription = life.subscribe("monthly", "10.00");
        life.change(subscription, ChangeKind.QUANTITY, Map.of("quantity", "5"));
        assertThat(life.house.<String>one("select data::text v from outbox where type like '%subscription.amended%'"))
                .doesNotContain("valueChange");
    }

    @Test
    void after_any_story_the_changes_add_up_to_what_is_billed() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < STORIES; i++) {
            stories.add(new Story());
        }
        for (int step = 0; step < 6; step++) {
            wait(1 + random.nextInt(50));
            stories.forEach(Story::perhapsChanged);
        }
        wait(900);
        stories.forEach(Story::addsUp);
    }

    private void wait(int days) {
        day = day.plusDays(days);
        life.at(day.toString());
    }

    private final class Story {
        private final List<String> told = new ArrayList<>();
        private final UUID subscription;
        private final Money agreed;

        Story() {
            boolean monthly = random.nextInt(3) > 0;
            int quantity = 1 + random.nextInt(5);
            Money price = Money.ofMinor(365 * (1 + random.nextInt(40)), "USD");
            told.add("seed " + seed + ": " + quantity + " " + (monthly ? "monthly" : "yearly") + " at " + price);
            agreed = Money.ofMinor(price.minor() * quantity * (monthly ? 12 : 1), "USD");
            subscription = life.subscribe(
                    monthly ? "monthly" : "yearly",
                    price.amount(),
                    Map.of("quantity", String.valueOf(quantity), "termMonths", 12));
        }

        void perhapsChanged() {
            switch (random.nextInt(9)) {
                case 0, 1 -> change(ChangeKind.QUANTITY, Map.of("quantity", String.valueOf(1 + random.nextInt(7))));
                case 2 -> change(ChangeKind.PRICE, Map.of("unitPrice", random.nextInt(90) + ".50"));
                case 3 -> change(ChangeKind.PAUSE, Map.of());
                case 4 -> change(ChangeKind.RESUME, Map.of());
                case 5 -> change(ChangeKind.CANCEL, Map.of("reason", "no need"));
                case 6 -> change(ChangeKind.RENEW, Map.of("termMonths", 12, "upliftPercent", "5"));
                case 7 -> takenBack();
                default -> told.add(day + " as it was");
            }
        }

        /** Some changes are none, or don't fit what the subscription is: those are refused. */
        private void change(ChangeKind kind, Map<String, Object> fields) {
            Map<String, Object> all = new TreeMap<>(fields);
            if (kind != ChangeKind.RENEW && random.nextBoolean()) {
                all.put("effectiveDate", day.plusDays(random.nextInt(60) - 15).toString());
            }
            try {
                life.change(subscription, kind, all);
                told.add(day + " " + kind + " " + all);
            } catch (Refusal refused) {
                told.add(day + " refused: " + kind + " " + all);
            }
        }

        private void takenBack() {
            life.house
                    .database
                    .query(
                            "select change_id from subscription_change where subscription_id = ? and applied_at is null"
                                    + " and taken_back_at is null order by number desc limit 1",
                            subscription)
                    .one(row -> row.uuid("change_id"))
                    .ifPresent(change -> {
                        try {
                            life.takeBack(subscription, change);
                            told.add(day + " taken back");
                        } catch (Refusal refused) {
                            told.add(day + " not taken back");
                        }
                    });
        }

        void addsUp() {
            assertThat(agreed.plus(Money.of(told(subscription), "USD")))
                    .as("%s", told)
                    .isEqualTo(billed(subscription));
        }
    }

    /** The sum of all changes of its value. */
    private String told(UUID subscription) {
        return life.house.one(
                """
                select coalesce(sum((data::jsonb -> 'valueChange' ->> 'amount')::numeric), 0.00)::text v
                  from outbox where subject = ?
                """,
                subscription.toString());
    }

    /** What was billed of it, and what waits. */
    private Money billed(UUID subscription) {
        return Money.ofMinor(
                Long.parseLong(life.house.one(
                        """
                        select (coalesce((select sum(net_minor) from invoice_line where subscription_id = ?), 0)
                              + coalesce((select sum((item -> 'net' ->> 'amount')::numeric * 100)::bigint from pending_item
                                         where item ->> 'subscriptionId' = ?), 0))::text v
                        """,
                        subscription,
                        subscription.toString())),
                "USD");
    }
}
