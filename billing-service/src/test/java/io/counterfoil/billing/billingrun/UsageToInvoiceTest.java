package io.counterfoil.billing.billingrun;

import static io.counterfoil.billing.usage.MeteredHouse.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.usage.MeteredHouse;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Troubles;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageToInvoiceTest {
    private final MeteredHouse metered = new MeteredHouse();
    private final BillingHouse house = metered.house;

    @Test
    void what_was_used_is_billed_when_its_period_is_over_with_the_charge_in_advance() {
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        UUID subscription = metered.subscribe("calls", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(
                record(subscription, "sum", "a", "100", "2026-01-10T12:00:00Z"),
                record(subscription, "sum", "b", "-20", "2026-01-11T12:00:00Z"),
                record(subscription, "sum", "c", "5", "2026-02-01T12:00:00Z"));
        runAt("2026-02-01");
        assertThat(lines())
                .containsExactly("RECURRING 2026-01-01 10.00", "RECURRING 2026-02-01 10.00", "USAGE 2026-01-01 8.00");
        assertThat(house.told()).contains("usage.rated");
        runAt("2026-03-01");
        assertThat(lines()).endsWith("RECURRING 2026-03-01 10.00", "USAGE 2026-02-01 0.50");
    }

    @Test
    void only_what_is_above_the_allowance_costs() {
        metered.plan(
                "allowance",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.05\"")
                        .replace("\"meterId\"", "\"included\": \"1000\", \"meterId\""));
        UUID subscription = metered.subscribe("allowance", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(record(subscription, "sum", "a", "1500", "2026-01-10T12:00:00Z"));
        runAt("2026-02-01");
        assertThat(lines()).endsWith("USAGE 2026-01-01 25.00");
    }

    /** KB-33: Kill Bill TestUsageInArrear#testWithNoUsageInPeriodAndOldUsage, usage only, bullets of 2.95 per 100. */
    @Test
    void late_usage_is_a_delta_on_the_next_invoice_and_what_is_older_is_parked() {
        metered.plan(
                "bullets",
                MeteredHouse.usage(
                        "sum", "GRADUATED", "\"tiers\": [{\"unitPrice\": \"2.95\", \"blockSize\": \"100\"}]"),
                MeteredHouse.recurring("0.00"));
        UUID subscription = metered.subscribe("bullets", "2026-04-01", null);
        for (String day : List.of("2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01")) {
            runAt(day);
        }
        assertThat(metered.accept(
                        record(subscription, "sum", "may", "199", "2026-05-20T12:00:00Z"),
                        record(subscription, "sum", "april", "100", "2026-04-20T12:00:00Z")))
                .isEqualTo(2);
        runAt("2026-08-01");
        assertThat(lines().stream().filter(line -> line.startsWith("USAGE") && !line.endsWith(" 0.00")))
                .containsExactly("USAGE 2026-05-01 5.90");
        assertThat(house.<String>one("select code v from exception")).isEqualTo("usage-too-late");
        runAt("2026-09-01");
        assertThat(lines().stream().filter(line -> line.startsWith("USAGE") && !line.endsWith(" 0.00")))
                .hasSize(1);
        UUID exception = UUID.fromString(house.one("select id::text v from exception"));
        Replay replay = house.bean("usage.ReplayLateUsage");
        house.inTransaction(() -> replay.replay(house.beans.get(Troubles.class).byId(exception)));
        runAt("2026-10-01");
        assertThat(lines()).endsWith("USAGE 2026-09-01 2.95");
    }

    /** KB-35: one unit more in the top tier halves the bill, so late usage becomes a credit. */
    @Test
    void late_usage_can_be_a_credit() {
        metered.plan(
                "top",
                MeteredHouse.recurring("100.00"),
                MeteredHouse.usage(
                        "sum",
                        "TOP_TIER",
                        "\"tiers\": [{\"upTo\": \"101000\", \"unitPrice\": \"1\", \"blockSize\": \"1000\"},"
                                + " {\"unitPrice\": \"0.5\", \"blockSize\": \"1000\"}]"));
        UUID subscription = metered.subscribe("top", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(record(subscription, "sum", "a", "101000", "2026-01-10T12:00:00Z"));
        runAt("2026-02-01");
        metered.accept(record(subscription, "sum", "b", "1", "2026-01-11T12:00:00Z"));
        runAt("2026-03-01");
        assertThat(lines().stream().filter(line -> line.startsWith("USAGE") && !line.endsWith(" 0.00")))
                .containsExactly("USAGE 2026-01-01 101.00", "USAGE 2026-01-01 -50.00");
    }

    @ParameterizedTest(name = "the {0} of 5, 9, 7 (the 7 twice by value) is {1}")
    @CsvSource({"sum, 21.00", "count, 3.00", "max, 9.00", "latest, 7.00", "latest-ever, 7.00", "unique, 2.00"})
    void a_meter_aggregates_as_it_was_published(String meter, String amount) {
        metered.plan(
                "m", MeteredHouse.recurring("1.00"), MeteredHouse.usage(meter, "PER_UNIT", "\"unitPrice\": \"1\""));
        UUID subscription = metered.subscribe("m", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(
                valued(record(subscription, meter, "a", "5", "2026-01-10T12:00:00Z"), "x"),
                valued(record(subscription, meter, "b", "9", "2026-01-11T12:00:00Z"), "y"),
                valued(record(subscription, meter, "c", "7", "2026-01-12T12:00:00Z"), "y"));
        runAt("2026-02-01");
        assertThat(lines()).endsWith("USAGE 2026-01-01 " + amount);
    }

    /** ST-03: docs.stripe.com revenue-recognition, last ever: 17, 10 in January, 15, 18 in February, none in March. */
    @Test
    void the_latest_ever_is_carried_into_a_period_without_usage() {
        metered.plan(
                "m",
                MeteredHouse.recurring("1.00"),
                MeteredHouse.usage("latest-ever", "PER_UNIT", "\"unitPrice\": \"1\""));
        UUID subscription = metered.subscribe("m", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(
                record(subscription, "latest-ever", "a", "17", "2026-01-10T12:00:00Z"),
                record(subscription, "latest-ever", "b", "10", "2026-01-11T12:00:00Z"),
                record(subscription, "latest-ever", "c", "15", "2026-02-11T12:00:00Z"),
                record(subscription, "latest-ever", "d", "18", "2026-02-12T12:00:00Z"));
        for (String day : List.of("2026-02-01", "2026-03-01", "2026-04-01")) {
            runAt(day);
        }
        assertThat(lines().stream().filter(line -> line.startsWith("USAGE") && !line.endsWith(" 0.00")))
                .containsExactly("USAGE 2026-01-01 10.00", "USAGE 2026-02-01 18.00", "USAGE 2026-03-01 18.00");
    }

    @Test
    void a_subscription_that_ends_has_its_last_usage_billed() {
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        UUID subscription = metered.subscribe("calls", "2026-01-01", "2026-02-15");
        runAt("2026-01-01");
        runAt("2026-02-01");
        metered.accept(record(subscription, "sum", "a", "30", "2026-02-10T12:00:00Z"));
        runAt("2026-02-15");
        assertThat(lines()).endsWith("USAGE 2026-02-01 3.00");
    }

    private static String valued(String record, String value) {
        return record.replace("}", ", \"value\": \"" + value + "\"}");
    }

    private void runAt(String day) {
        house.clockAt(day + "T20:00:00Z");
        BillNextSet run = house.beans.get(BillNextSet.class);
        int turns = 0;
        while (house.<Boolean>inTransaction(() -> run.handle(100))) {
            assertThat(turns++).as("the run comes to an end").isLessThan(20);
        }
    }

    private List<String> lines() {
        return house.database
                .query(
                        """
                        select l.type || ' ' || l.period_start || ' ' || (l.net_minor / 100.0)::numeric(12,2) v
                          from invoice_line l join invoice i using (invoice_id)
                         order by i.issue_date, l.type, l.line_number
                        """)
                .list(row -> row.text("v"));
    }
}
