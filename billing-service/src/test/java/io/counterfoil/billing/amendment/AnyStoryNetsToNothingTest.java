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
 * A subscription is changed on any days in any way, some changes at once undone, at any rate, with prices that include the tax or
 * do not, and then taken back from its first day: net, tax and what is to be paid come to nothing, or to what was charged once.
 */
class AnyStoryNetsToNothingTest {
    private static final int STORIES = 200;
    private static final List<String> RATES = List.of("0.0825", "0.19", "0.077");

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
    private final List<String> told = new ArrayList<>();
    private LocalDate day = LocalDate.parse("2001-01-03");
    private UUID subscription;
    private String quantity;
    private String price;
    private boolean mirrored;

    AnyStoryNetsToNothingTest() {
        life.house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
        for (String period : List.of("month", "year")) {
            life.publish("bare-" + period, plan(period, "", ""));
            life.publish("with-setup-" + period, plan(period, SETUP, ""));
            life.publish("sale-" + period, plan(period, SETUP, SALE));
        }
        life.policy("credit.mode", "LEGAL_ENTITY", "US01", "ACCOUNT_CREDIT");
    }

    @Test
    void what_is_compensated_from_its_first_day_leaves_what_was_charged_once() {
        for (int story = 0; story < STORIES; story++) {
            begin("ACCOUNT_CREDIT");
            for (int change = random.nextInt(6); change >= 0; change--) {
                wait(1 + random.nextInt(25));
                changed(random.nextInt(3) == 0);
            }
            compensate();
        }
    }

    /** What is taken back by memos and by invoices together. */
    @Test
    void what_is_taken_back_by_memos_leaves_what_was_charged_once() {
        for (int story = 0; story < STORIES / 2; story++) {
            begin("CREDIT_MEMO");
            for (int change = random.nextInt(6); change >= 0; change--) {
                wait(1 + random.nextInt(25));
                changed(false);
            }
            compensate();
        }
    }

    private void begin(String mode) {
        told.clear();
        String rate = RATES.get(random.nextInt(RATES.size()));
        boolean inclusive = random.nextBoolean();
        life.house.database.update("update policy_value set value = ? where policy = 'credit.mode'", mode);
        life.house.database.update("update tax_rate set rate = ?::numeric, inclusive = ?", rate, inclusive);
        String plan = List.of("bare-", "with-setup-", "sale-").get(random.nextInt(3))
                + (random.nextBoolean() ? "month" : "year");
        quantity = quantity();
        price = price();
        mirrored = !plan.startsWith("sale");
        told.add("seed " + seed + ": " + mode + " " + rate + (inclusive ? " inside " : " on top ") + quantity + " of "
                + plan + " at " + price + " on " + day);
        subscription = life.subscribe(plan, price, Map.of("quantity", quantity, "startDate", day.toString()));
    }

    private void wait(int days) {
        day = day.plusDays(days);
        life.at(day.toString());
        if (random.nextInt(8) == 0) {
            String rate = RATES.get(random.nextInt(RATES.size()));
            life.house.database.update("update tax_rate set rate = ?::numeric", rate);
            mirrored = false;
            told.add(day + " the rate is " + rate);
        }
    }

    private void changed(boolean undone) {
        String before = balance();
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                String wanted = quantity();
                if (change(ChangeKind.QUANTITY, Map.of("quantity", wanted)) && undone) {
                    change(ChangeKind.QUANTITY, Map.of("quantity", quantity));
                    assertMirrored(before);
                } else {
                    quantity = wanted;
                }
            }
            case 2 -> {
                String wanted = price();
                if (change(ChangeKind.PRICE, Map.of("unitPrice", wanted)) && undone) {
                    change(ChangeKind.PRICE, Map.of("unitPrice", price));
                    assertMirrored(before);
                } else {
                    price = wanted;
                }
            }
            case 3 -> change(ChangeKind.PAUSE, Map.of());
            default -> change(ChangeKind.RESUME, Map.of());
        }
    }

    /** Where the discount of a part and the rate are what they were. */
    private void assertMirrored(String before) {
        if (mirrored) {
            assertThat(balance()).as("taken back: %s", told).isEqualTo(before);
        }
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

    private void compensate() {
        wait(1 + random.nextInt(40));
        String start =
                life.house.one("select start_date::text v from subscription where subscription_id = ?", subscription);
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "all of it", "effectiveDate", start));
        told.add(day + " compensated");
        assertThat(balance()).as("%s", told).isEqualTo(once());
        day = day.plusDays(1);
        life.at(day.toString());
        assertThat(balance()).as("a day later: %s", told).isEqualTo(once());
    }

    private String quantity() {
        return String.valueOf(1 + random.nextInt(7));
    }

    private String price() {
        return random.nextInt(400) + "." + (10 + random.nextInt(90));
    }

    /** Net, tax and what is to be paid of all invoices of the subscription, less its memos, in cents. */
    private String balance() {
        return life.house.one(
                """
                with own as (select i.* from invoice i
                              where exists (select 1 from invoice_line l where l.invoice_id = i.invoice_id and l.subscription_id = ?)),
                     all_of_them as (select net_minor, tax_minor, payable_minor from own union all
                                     select -m.net_minor, -m.tax_minor, -m.total_minor from credit_memo m join own using (invoice_id))
                select sum(net_minor) || ' ' || sum(tax_minor) || ' ' || sum(payable_minor) v from all_of_them
                """,
                subscription);
    }

    private String once() {
        return life.house.one(
                """
                select coalesce(sum(net_minor), 0) || ' ' || coalesce(sum(tax_minor), 0) || ' ' || coalesce(sum(net_minor + tax_minor), 0) v
                  from invoice_line where subscription_id = ? and charge_id = 'setup'
                """,
                subscription);
    }

    private static String plan(String period, String more, String discounts) {
        return """
               {"name": "Plan", "validFrom": "2000-01-01", %s "charges": [
                %s {"chargeId": "main", "name": "Main", "kind": "RECURRING", "pricing": "PER_UNIT", "billingPeriod": "%s"}]}
               """
                .formatted(discounts, more, period.toUpperCase(Locale.ROOT));
    }
}
