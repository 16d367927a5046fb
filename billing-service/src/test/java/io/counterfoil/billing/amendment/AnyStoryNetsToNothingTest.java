package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.Seed;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Subscriptions are changed on any days in any way, some changes at once undone, at any rate, with prices that include the tax or
 * do not, and then taken back from their first day: net, tax and what is to be paid come to nothing, or to what was charged once.
 */
class AnyStoryNetsToNothingTest {
    private static final int AT_ONCE = 20;
    /** More of them with -Dcounterfoil.rounds=10. */
    private static final int ROUNDS = Integer.getInteger("counterfoil.rounds", 4);

    private static final List<String> RATES = List.of("0.0825", "0.19", "0.077");
    private static final List<String> PLANS = List.of("bare-", "with-setup-", "sale-");
    private static final String SETUP =
            """
            {"chargeId": "setup", "name": "Setup", "kind": "ONE_TIME", "pricing": "FLAT",
             "prices": [{"currency": "USD", "unitPrice": "99.97"}]},
            """;
    private static final String SALE =
            """
            "discounts": [{"discountId": "off", "name": "Off", "percentage": "7.5"}],
            """;

    private final long seed = Seed.announced();
    private final Random random = new Random(seed);
    private final LifeHouse life = new LifeHouse("2001-01-03");
    private LocalDate day = LocalDate.parse("2001-01-03");
    private boolean rateChanged;

    AnyStoryNetsToNothingTest() {
        life.house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{year}-{number:6}', 1, 1)");
        for (String period : List.of("month", "year")) {
            life.publish("bare-" + period, plan(period, "", ""));
            life.publish("with-setup-" + period, plan(period, SETUP, ""));
            life.publish("sale-" + period, plan(period, SETUP, SALE));
        }
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "ACCOUNT_CREDIT");
    }

    @Test
    void what_is_compensated_from_its_first_day_leaves_what_was_charged_once() {
        for (int round = 0; round < ROUNDS; round++) {
            round("ACCOUNT_CREDIT");
        }
    }

    /** What is taken back by memos and by invoices together. */
    @Test
    void what_is_taken_back_by_memos_leaves_what_was_charged_once() {
        for (int round = 0; round < ROUNDS / 2; round++) {
            round("CREDIT_MEMO");
        }
    }

    private void round(String mode) {
        String rate = RATES.get(random.nextInt(RATES.size()));
        boolean inclusive = random.nextBoolean();
        String terms = "seed " + seed + ": " + mode + " " + rate + (inclusive ? " inside " : " on top ") + day;
        rateChanged = false;
        life.house.database.update("update policy_value set value = ? where policy = 'credit.mode'", mode);
        life.house.database.update("update tax_rate set rate = ?::numeric, inclusive = ?", rate, inclusive);
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            stories.add(new Story(terms));
        }
        for (int step = 0; step < 5; step++) {
            wait(1 + random.nextInt(25), stories);
            stories.forEach(story -> story.perhapsChanged(mode));
        }
        wait(1 + random.nextInt(40), stories);
        stories.forEach(Story::compensated);
        wait(1, stories);
        stories.forEach(Story::netsToWhatWasChargedOnce);
    }

    private void wait(int days, List<Story> stories) {
        day = day.plusDays(days);
        life.skipTo(day);
        if (random.nextInt(8) == 0) {
            String rate = RATES.get(random.nextInt(RATES.size()));
            life.house.database.update("update tax_rate set rate = ?::numeric", rate);
            rateChanged = true;
            stories.forEach(story -> story.told.add(day + " the rate is " + rate));
        }
    }

    private final class Story {
        private final List<String> told = new ArrayList<>();
        private final LocalDate began = day;
        private final boolean discounted;
        private final UUID subscription;
        private String quantity = quantity();
        private String price = price();

        Story(String terms) {
            String plan = PLANS.get(random.nextInt(PLANS.size())) + (random.nextBoolean() ? "month" : "year");
            discounted = plan.startsWith("sale");
            told.add(terms + " " + quantity + " of " + plan + " at " + price);
            subscription = life.subscribe(plan, price, Map.of("quantity", quantity, "startDate", day.toString()));
        }

        void perhapsChanged(String mode) {
            boolean undone = mode.equals("ACCOUNT_CREDIT") && random.nextInt(4) == 0;
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    String wanted = quantity();
                    quantity = changed(ChangeKind.QUANTITY, "quantity", wanted, quantity, undone);
                }
                case 2 -> {
                    String wanted = price();
                    price = changed(ChangeKind.PRICE, "unitPrice", wanted, price, undone);
                }
                case 3 -> change(ChangeKind.PAUSE, Map.of());
                case 4 -> change(ChangeKind.RESUME, Map.of());
                default -> told.add(day + " as it was");
            }
        }

        /** What is undone leaves what was; but for a rate of today and what of a discount goes with a part. */
        private String changed(ChangeKind kind, String field, String wanted, String before, boolean undone) {
            String balance = undone ? balance() : null;
            if (!change(kind, Map.of(field, wanted))) {
                return before;
            }
            if (!undone) {
                return wanted;
            }
            change(kind, Map.of(field, before));
            if (!discounted && !rateChanged) {
                assertThat(balance()).as("taken back: %s", told).isEqualTo(balance);
            }
            return before;
        }

        /** Some changes are no change, or don't fit what the subscription is: those are refused. */
        private boolean change(ChangeKind kind, Map<String, Object> fields) {
            try {
                life.change(subscription, kind, fields);
                told.add(day + " " + kind + " " + fields);
                return true;
            } catch (Refusal refused) {
                return false;
            }
        }

        void compensated() {
            life.change(
                    subscription, ChangeKind.CANCEL, Map.of("reason", "all of it", "effectiveDate", began.toString()));
            told.add(day + " compensated");
        }

        void netsToWhatWasChargedOnce() {
            assertThat(balance()).as("%s", told).isEqualTo(once());
        }

        /** Net, tax and what is to be paid of all its invoices, less its memos, in cents. */
        private String balance() {
            return life.house.one(
                    """
                    with own as (select distinct invoice_id from invoice_line
                                  where order_charge_id in (select order_charge_id from order_charge where subscription_id = ?)),
                         documents as (
                             select net_minor, tax_minor, payable_minor from invoice join own using (invoice_id) union all
                             select -net_minor, -tax_minor, -total_minor from credit_memo join own using (invoice_id))
                    select sum(net_minor) || ' ' || sum(tax_minor) || ' ' || sum(payable_minor) v from documents
                    """,
                    subscription);
        }

        private String once() {
            return life.house.one(
                    """
                    select coalesce(sum(net_minor), 0) || ' ' || coalesce(sum(tax_minor), 0) || ' '
                           || coalesce(sum(net_minor + tax_minor), 0) v
                      from invoice_line where subscription_id = ? and charge_id = 'setup'
                    """,
                    subscription);
        }
    }

    private String quantity() {
        return String.valueOf(1 + random.nextInt(7));
    }

    private String price() {
        return random.nextInt(400) + "." + (10 + random.nextInt(90));
    }

    private static String plan(String period, String more, String discounts) {
        return """
               {"name": "Plan", "validFrom": "2000-01-01", %s "charges": [
                %s {"chargeId": "main", "name": "Main", "kind": "RECURRING", "pricing": "PER_UNIT", "billingPeriod": "%s"}]}
               """
                .formatted(discounts, more, period.toUpperCase(Locale.ROOT));
    }
}
