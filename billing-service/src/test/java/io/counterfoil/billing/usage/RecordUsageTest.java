package io.counterfoil.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordUsageTest {
    private final MeteredHouse metered = new MeteredHouse();
    private UUID subscription;

    @BeforeEach
    void a_subscription_with_meters() {
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""),
                MeteredHouse.usage("max", "PER_UNIT", "\"unitPrice\": \"1.00\""),
                MeteredHouse.usage("unique", "PER_UNIT", "\"unitPrice\": \"1.00\""));
        subscription = metered.subscribe("calls", "2026-01-01", "2027-01-01");
    }

    @Test
    void a_record_is_kept_once_however_often_it_comes() {
        String record = MeteredHouse.record(subscription, "sum", "a", "5", "2026-01-10T12:00:00Z");
        assertThat(metered.send(record)).extracting(Outcome::kind).containsExactly(Outcome.Kind.ACCEPTED);
        assertThat(metered.send("[" + record + "," + record + "]"))
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.DUPLICATE, Outcome.Kind.DUPLICATE);
        assertThat(kept()).isEqualTo("1");
    }

    @Test
    void twice_in_one_body_is_once() {
        String record = MeteredHouse.record(subscription, "sum", "a", "5", "2026-01-10T12:00:00Z");
        assertThat(metered.send(record + "\n" + record))
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.ACCEPTED, Outcome.Kind.DUPLICATE);
    }

    @Test
    void what_two_senders_bring_at_the_same_moment_is_kept_once() {
        String body = IntStream.range(0, 300)
                .mapToObj(i -> MeteredHouse.record(subscription, "sum", "k" + i, "1", "2026-01-10T12:00:00Z"))
                .collect(Collectors.joining("\n"));
        List<CompletableFuture<List<Outcome>>> senders = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> metered.send(body)))
                .toList();
        assertThat(senders.stream().flatMap(sender -> sender.join().stream()))
                .hasSize(1200)
                .extracting(Outcome::kind)
                .filteredOn(Outcome.Kind.ACCEPTED::equals)
                .hasSize(300);
        assertThat(kept()).isEqualTo("300");
    }

    @Test
    void each_record_has_an_answer_of_its_own() {
        String day = "2026-01-10T12:00:00Z";
        List<Outcome> outcomes = metered.send(String.join(
                "\n",
                MeteredHouse.record(subscription, "sum", "good", "1", day),
                MeteredHouse.record(subscription, "sum", "good", "2", day),
                MeteredHouse.record(subscription, "nothing", "b", "1", day),
                MeteredHouse.record(UUID.randomUUID(), "sum", "c", "1", day),
                MeteredHouse.record(subscription, "count", "d", "1", day),
                MeteredHouse.record(subscription, "max", "e", "-1", day),
                MeteredHouse.record(subscription, "unique", "f", "1", day),
                MeteredHouse.record(subscription, "sum", "g", "1", "2025-12-31T12:00:00Z"),
                MeteredHouse.record(subscription, "sum", "h", "1", "2027-01-01T12:00:00Z"),
                MeteredHouse.record(subscription, "sum", "i", "many", day),
                "{\"key\": \"j\", \"surprise\": \"x\"}",
                "{\"key\": \"k\"}",
                MeteredHouse.record(subscription, "sum", "correction", "-1", day)));
        assertThat(outcomes)
                .extracting(outcome -> outcome.code() == null ? outcome.kind().name() : outcome.code())
                .containsExactly(
                        "ACCEPTED",
                        "usage-key-reused",
                        "unknown-meter",
                        "unknown-subscription",
                        "meter-not-subscribed",
                        "negative-quantity",
                        "value-missing",
                        "usage-before-start",
                        "usage-after-end",
                        "unreadable-usage",
                        "unreadable-usage",
                        "unreadable-usage",
                        "ACCEPTED");
        assertThat(kept()).isEqualTo("2");
    }

    @Test
    void a_record_that_names_no_subscription_is_refused() {
        assertThat(metered.send("{\"meterId\": \"sum\", \"key\": \"1\", \"subscriptionId\": \"zz\"}"))
                .extracting(Outcome::code)
                .containsExactly("unreadable-usage");
    }

    @Test
    void what_is_no_json_changes_nothing() {
        String record = MeteredHouse.record(subscription, "sum", "a", "5", "2026-01-10T12:00:00Z");
        assertThatThrownBy(() -> metered.send("[" + record + ", {\"key\": ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> metered.send("\"words\"")).isInstanceOf(Invalid.class);
        assertThat(kept()).isEqualTo("0");
    }

    @Test
    void usage_beyond_the_look_back_is_kept_and_parked_never_dropped() {
        metered.house.database.update("update order_charge set billed_through = '2026-07-01' where kind = 'USAGE'");
        List<Outcome> outcomes =
                metered.send(MeteredHouse.record(subscription, "sum", "may", "1", "2026-05-10T12:00:00Z")
                        + MeteredHouse.record(subscription, "sum", "april", "1", "2026-04-10T12:00:00Z"));
        assertThat(outcomes).extracting(Outcome::code).containsExactly(null, "usage-too-late");
        assertThat(metered.house.<String>one("select string_agg(key, ',') v from usage_record where parked"))
                .isEqualTo("april");
        assertThat(metered.house.<String>one("select code v from exception")).isEqualTo("usage-too-late");
    }

    private String kept() {
        return metered.house.one("select count(*)::text v from usage_record");
    }
}
