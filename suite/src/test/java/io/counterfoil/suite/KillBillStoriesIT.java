package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kill Bill's published scenarios through the running service: plans, subscriptions, changes and money by API, the clock moved, the
 * named events follow, the invoice lines are these. Every story has a customer of its own; all share the days that go by. What needs
 * a leap year is told with its own dates, of days long past. It moves the clock by up to ten months, so the build gives it a stack of
 * its own: as long as nobody has bought anything, the months until the stories begin go by at once.
 */
@Tag("stories")
class KillBillStoriesIT {
    private static final Map<String, KillBillStory> TOLD = new HashMap<>();
    private static Counterfoil counterfoil;
    private static StoryDays days;

    @BeforeAll
    static void the_days_go_by() {
        counterfoil = Counterfoil.running();
        KillBillCatalogue.publish(counterfoil);
        days = new StoryDays(counterfoil.stack());
        changes();
        changesOfRhythm();
        money();
        creditAndTax();
        dunningAndUsage();
        past();
        counterfoil
                .as(Endpoint.BILLING, "finance")
                .put(
                        "/v1/tax-rates/US-MT/S",
                        Map.of("rate", "0.7391", "validFrom", days.on("06-01").toString()))
                .ok();
        days.goBy();
    }

    /** Nothing of the stories falls due when the days of others go by. */
    @AfterAll
    static void as_before() {
        TOLD.values().forEach(KillBillStory::ends);
        KillBillCatalogue.withdraw(counterfoil);
    }

    private static KillBillStory story(String name) {
        return TOLD.computeIfAbsent(name, fresh -> new KillBillStory(counterfoil, days, fresh));
    }

    private static void changes() {
        story("KB-01")
                .on(
                        "05-01",
                        one -> one.subscribes(
                                "kb-rifle-on-the-31st",
                                "599.95",
                                Map.of("startDate", days.on("04-02").toString(), "trialDays", 30, "billingDay", 31)));
        story("KB-03")
                .on("05-02", one -> one.subscribes("kb-shotgun", "249.95"))
                .on("05-04", one -> one.changes(Map.of("kind", "PAUSE")))
                .on("06-05", one -> one.changes(Map.of("kind", "RESUME")));
        story("KB-05")
                .on("05-01", one -> {
                    one.subscribes("kb-shotgun", "249.95");
                    one.pays(1, "249.95");
                    one.isCredited(1, "10.00");
                })
                .on("05-02", one -> one.replaces("kb-blowdart", "9.95"));
        story("KB-06")
                .on("05-01", one -> {
                    one.subscribes("kb-rifle", "599.95");
                    one.pays(1, "599.95");
                })
                .on("05-07", one -> one.replaces("kb-blowdart", "9.95"))
                .on("05-08", one -> one.replaces("kb-pistol", "29.95"));
    }

    private static void changesOfRhythm() {
        story("KB-08").on("05-01", one -> {
            one.subscribes("kb-shotgun-annual", "2399.95");
            one.pays(1, "2399.95");
            one.replaces("kb-shotgun", "249.95");
        });
        story("KB-14")
                .on("05-01", one -> one.subscribes("kb-shotgun-on-the-10th", "249.95", Map.of("billingDay", 10)))
                .on("06-01", one -> one.replaces("kb-shotgun-annual", "2399.95"));
        story("KB-16")
                .on("05-01", one -> one.subscribes("kb-shotgun", "249.95"))
                .on("05-04", one -> {
                    String day = days.on("05-05").toString();
                    one.changes(Map.of("kind", "ANCHOR", "anchorDay", 10, "effectiveDate", day));
                    one.replaces("kb-rifle", "599.95", day);
                });
        story("KB-31").on("05-01", one -> {
            one.subscribes("kb-knife", "29.95", Map.of("quantity", "7"));
            one.changes(Map.of("kind", "QUANTITY", "quantity", "10", "effective", "END_OF_PERIOD"));
        });
    }

    private static void money() {
        story("KB-21")
                .on("06-15", one -> {
                    one.isGranted("20.00");
                    one.subscribes("kb-pistol", "19.95");
                })
                .on("07-01", one -> {
                    one.changes(Map.of("kind", "CANCEL", "reason", "enough"));
                    one.voids(1).expect(409);
                    one.voids(2).expect(200);
                    one.voids(1).expect(200);
                });
        story("KB-21 paid").on("05-01", one -> {
            one.subscribes("kb-pistol", "19.95");
            one.pays(1, "19.95");
            one.voids(1).expect(409);
        });
        story("KB-23").on("05-01", one -> {
            one.subscribes("kb-shotgun", "249.95", Map.of("termMonths", 2));
            one.isGranted("1000.00");
        });
    }

    private static void creditAndTax() {
        story("KB-26").on("05-01", one -> {
            one.subscribes("kb-shotgun", "249.95", Map.of("termMonths", 1));
            one.pays(1, "10.00");
            assertThat(one.open()).containsExactly("239.95");
            one.chargesBack();
            assertThat(one.open()).containsExactly("249.95");
            one.winsTheChargeback();
            assertThat(one.open()).containsExactly("239.95");
        });
        story("KB-27").on("05-01", one -> {
            one.subscribes("kb-shotgun", "249.95", Map.of("termMonths", 1));
            one.pays(1, "249.95");
            one.isRefunded("10.00", "REOPEN_RECEIVABLE");
            assertThat(one.open()).containsExactly("10.00");
            one.isRefunded("1.00", "REVERSE_REVENUE");
            one.isRefunded("10.00", "REVERSE_REVENUE");
        });
        story("KB-29 items").taxedIn("WY").on("05-01", one -> {
            one.isGranted("100.00");
            one.subscribes("kb-pistol-and-bullets", null, Map.of("termMonths", 1));
        });
        story("KB-29 rates").taxedIn("MT").on("05-15", one -> {
            one.isGranted("100.00");
            one.subscribes("kb-pistol", "29.95", Map.of("termMonths", 1));
        });
    }

    private static void dunningAndUsage() {
        for (String paidOn : List.of("07-20", "07-31")) {
            story("KB-28 " + paidOn)
                    .on("05-31", one -> {
                        one.segment("kb-overdue");
                        one.subscribes("kb-shotgun", "249.95", Map.of("paymentTermsDays", 0));
                    })
                    .on(paidOn, one -> {
                        assertThat(one.state()).isEqualTo("SUSPENDED");
                        one.pays(1, "249.95");
                        one.pays(2, "249.95");
                    });
        }
        story("KB-33")
                .on(
                        "05-01",
                        one -> one.subscribes(
                                "kb-bullets",
                                null,
                                Map.of("startDate", days.on("04-01").toString())))
                .on("07-20", one -> {
                    one.used("may", "199", days.on("05-20") + "T12:00:00Z");
                    one.used("april", "100", days.on("04-20") + "T12:00:00Z");
                })
                .on("08-01", one -> {});
        story("KB-32")
                .on("05-01", one -> one.subscribes("kb-bullets", null, Map.of("termMonths", 1)))
                .on("05-15", one -> one.used("may", "350", days.on("05-14") + "T12:00:00Z"));
    }

    /** What is changed later has no end: one that is past would be over before the change comes. */
    private static void past() {
        story("KB-02")
                .on(
                        "05-01",
                        one -> one.subscribes(
                                "kb-rifle-on-the-3rd",
                                "599.95",
                                Map.of(
                                        "startDate",
                                        "2012-02-01",
                                        "trialDays",
                                        30,
                                        "billingDay",
                                        3,
                                        "endDate",
                                        "2012-04-03")));
        story("KB-11").on("05-01", one -> {
            one.subscribes("kb-shotgun-annual", "2399.95", Map.of("startDate", "2012-05-01"));
            one.changes(Map.of("kind", "PAUSE", "effectiveDate", "2012-05-12"));
            one.changes(Map.of("kind", "RESUME", "effectiveDate", "2012-06-04"));
        });
        story("KB-13").on("05-01", one -> {
            one.subscribes("kb-shotgun-on-the-1st", "2399.95", Map.of("startDate", "2015-01-01", "billingDay", 1));
            one.replaces("kb-rifle-annual", "5999.95", "2015-03-15");
        });
        story("KB-22").on("05-01", one -> {
            one.subscribes("kb-free", "0.00", Map.of("startDate", "2017-02-01"));
            one.replaces("kb-pistol", "29.95", "2017-02-15");
        });
    }

    @Test
    void after_a_trial_the_first_bill_leads_to_the_day_of_the_account() {
        lines(
                "KB-01",
                "RECURRING 05-02/05-31 561.24",
                "RECURRING 05-31/06-30 599.95",
                "RECURRING 06-30/07-31 599.95",
                "RECURRING 07-31/08-31 599.95");
        events("KB-01", "subscription.activated", "invoice.issued", "invoice.issued");
    }

    @Test
    void one_day_costs_its_share_of_the_29_days_in_which_it_lies() {
        assertThat(story("KB-02").datedLines())
                .containsExactlyInAnyOrder(
                        "RECURRING 2012-03-02/2012-03-03 20.69", "RECURRING 2012-03-03/2012-04-03 599.95");
    }

    @Test
    void a_pause_takes_back_and_a_resume_charges_to_the_next_anchor_with_the_credit_of_the_pause() {
        lines(
                "KB-03",
                "RECURRING 05-02/06-02 249.95",
                "REPAIR 05-04/06-02 -233.82",
                "RECURRING 06-05/07-02 224.96",
                "RECURRING 07-02/08-02 249.95");
        events(
                "KB-03",
                "subscription.activated",
                "invoice.issued",
                "subscription.suspended",
                "credit.granted",
                "subscription.resumed",
                "invoice.issued");
    }

    @Test
    void a_repair_never_exceeds_what_an_adjustment_left() {
        assertThat(story("KB-05").lines())
                .contains("RECURRING 05-01/06-01 249.95", "REPAIR 05-02/06-01 -239.95", "RECURRING 05-02/06-01 9.63");
        events("KB-05", "payment.settled", "creditmemo.issued", "credit.granted", "subscription.amended");
    }

    @Test
    void two_changes_in_a_month_repair_only_what_each_of_them_ends_and_their_credit_pays_the_renewals() {
        lines(
                "KB-06",
                "RECURRING 05-01/06-01 599.95",
                "REPAIR 05-07/06-01 -483.83",
                "RECURRING 05-07/06-01 8.02",
                "REPAIR 05-08/06-01 -7.70",
                "RECURRING 05-08/06-01 23.19",
                "RECURRING 06-01/07-01 29.95",
                "RECURRING 07-01/08-01 29.95",
                "RECURRING 08-01/09-01 29.95");
        assertThat(story("KB-06").credit()).as("475.81 - 15.49 - 3 x 29.95").isEqualTo("370.47");
        events("KB-06", "subscription.activated", "invoice.issued", "subscription.amended", "subscription.amended");
    }

    @Test
    void a_year_that_becomes_a_month_on_its_first_day_pays_the_months_that_follow() {
        lines(
                "KB-08",
                "RECURRING 05-01/17-01 2399.95",
                "REPAIR 05-01/17-01 -2399.95",
                "RECURRING 05-01/06-01 249.95",
                "RECURRING 06-01/07-01 249.95",
                "RECURRING 07-01/08-01 249.95",
                "RECURRING 08-01/09-01 249.95");
        assertThat(story("KB-08").credit()).as("2,150.00 - 3 x 249.95").isEqualTo("1400.15");
    }

    @Test
    void a_year_that_pauses_goes_on_at_its_anchor() {
        assertThat(story("KB-11").datedLines())
                .contains(
                        "RECURRING 2012-05-01/2013-05-01 2399.95",
                        "REPAIR 2012-05-12/2013-05-01 -2327.62",
                        "RECURRING 2012-06-04/2013-06-01 2380.22",
                        "RECURRING 2013-06-01/2014-06-01 2399.95");
    }

    @Test
    void a_year_becomes_another_year_over_a_leap_day() {
        assertThat(story("KB-13").datedLines())
                .contains("REPAIR 2015-03-15/2016-01-01 -1919.96", "RECURRING 2015-03-15/2016-03-01 5770.44");
    }

    @Test
    void a_month_on_the_day_of_the_account_becomes_a_year_on_its_own() {
        lines(
                "KB-14",
                "RECURRING 05-01/05-10 74.99",
                "RECURRING 05-10/06-10 249.95",
                "REPAIR 06-01/06-10 -72.57",
                "RECURRING 06-01/18-01 2399.95");
    }

    @Test
    void an_anchor_that_moved_before_the_change_cuts_the_new_plan() {
        assertThat(story("KB-16").lines())
                .contains(
                        "RECURRING 05-01/06-01 249.95",
                        "RECURRING 05-05/05-10 99.99",
                        "REPAIR 05-05/06-01 -217.70",
                        "RECURRING 05-10/06-10 599.95");
    }

    @Test
    void what_is_voided_after_its_repair_is_billed_anew_for_the_days_that_were_served() {
        lines("KB-21", "RECURRING 06-15/07-15 19.95", "REPAIR 07-01/07-15 -9.31", "RECURRING 06-15/07-01 10.64");
        assertThat(story("KB-21").credit()).isEqualTo("9.36");
        events(
                "KB-21",
                "credit.granted",
                "invoice.issued",
                "subscription.cancelled",
                "invoice.voided",
                "invoice.voided");
    }

    @Test
    void what_was_free_costs_its_share_from_the_day_of_the_change() {
        assertThat(story("KB-22").datedLines())
                .contains("RECURRING 2017-02-15/2017-03-01 14.98", "RECURRING 2017-03-01/2017-04-01 29.95");
    }

    @Test
    void granted_credit_pays_what_is_open_and_what_comes() {
        assertThat(story("KB-23").balance()).isEqualTo("-500.10");
        events("KB-23", "invoice.issued", "credit.granted", "credit.applied", "invoice.issued");
    }

    @Test
    void a_part_is_paid_charged_back_and_won() {
        assertThat(story("KB-26").open()).containsExactly("239.95");
        events("KB-26", "invoice.issued", "payment.settled", "payment.disputed", "dispute.won");
    }

    @Test
    void only_a_refund_without_adjustment_opens_the_receivable() {
        assertThat(story("KB-27").open()).containsExactly("10.00");
        events("KB-27", "payment.settled", "refund.paid", "refund.paid", "refund.paid");
    }

    @Test
    void dunning_has_its_days_and_the_blocked_time_is_taken_back() {
        assertThat(story("KB-28 07-20").stages())
                .containsSubsequence(
                        "retry-1 06-08",
                        "retry-2 06-16",
                        "retry-3 06-24",
                        "stage-1 06-30",
                        "stage-2 07-10",
                        "stage-3 07-20");
        lines(
                "KB-28 07-20",
                "RECURRING 05-31/06-30 249.95",
                "RECURRING 06-30/07-31 249.95",
                "REPAIR 07-10/07-20 -80.63",
                "RECURRING 07-31/08-31 249.95");
        assertThat(story("KB-28 07-20").open()).containsExactly("0.00", "0.00", "0.00", "169.32");
        events("KB-28 07-20", "invoice.overdue", "subscription.suspended", "subscription.resumed", "invoice.issued");
        lines(
                "KB-28 07-31",
                "RECURRING 05-31/06-30 249.95",
                "RECURRING 06-30/07-31 249.95",
                "REPAIR 07-10/07-31 -169.32",
                "RECURRING 07-31/08-31 249.95");
    }

    @Test
    void tax_is_on_the_sum_and_by_the_rate_of_each_part_of_a_period() {
        assertThat(story("KB-29 items").credit()).as("100.00 less 33.90").isEqualTo("66.10");
        assertThat(story("KB-29 rates").credit()).as("100.00 less 40.95").isEqualTo("59.05");
    }

    @Test
    void another_quantity_from_the_next_period_on() {
        assertThat(story("KB-31").lines()).contains("RECURRING 05-01/06-01 209.65", "RECURRING 06-01/07-01 299.50");
    }

    @Test
    void bullets_are_sold_by_the_hundred_and_late_ones_come_with_the_next_invoice() {
        assertThat(story("KB-32").lines()).contains("USAGE 05-01/06-01 11.80");
        assertThat(story("KB-33").lines().stream().filter(line -> line.startsWith("USAGE") && !line.endsWith(" 0.00")))
                .containsExactly("USAGE 05-01/06-01 5.90");
    }

    @Test
    void the_books_balance() {
        counterfoil.books().balance();
    }

    private static void lines(String story, String... lines) {
        assertThat(story(story).lines()).as(story).containsExactlyInAnyOrder(lines);
    }

    private static void events(String story, String... events) {
        assertThat(story(story).events()).as(story).containsSubsequence(events);
    }
}
