package io.counterfoil.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.schedule.AsOf;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What billing tells of a subscription, and order-service of an order, decides what is earned. */
class SubscriptionsTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final String PROMISE = "obligation-PLATFORM";

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final ReversalFacts reversals = new ReversalFacts(billing);
    private final UUID subscription = EventIds.next();
    private final UUID order = EventIds.next();
    private final UUID waiting = EventIds.next();

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @AfterEach
    void the_books_hold() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
    }

    @Test
    void what_is_not_served_is_not_earned_and_caught_up_when_it_is_served_again() {
        billed();
        ledger.take(suspended("2026-02-01"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(promise().state()).isEqualTo("HELD");

        ledger.take(resumed("2026-03-15"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
        assertThat(promise().state()).isEqualTo("SATISFIED");
        assertThat(promise().acts())
                .extracting(act -> act.kind() + " by " + act.decidedBy())
                .containsExactly("HOLD by billing", "RESUME by billing");
    }

    @Test
    void that_it_rests_may_be_told_after_that_it_goes_on() {
        billed();
        Envelope rests = suspended("2026-02-01");
        Envelope goesOn = resumed("2026-03-15");
        ledger.take(goesOn);
        ledger.take(rests);
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
        assertThat(promise().state()).isEqualTo("SATISFIED");
    }

    @Test
    void what_a_person_holds_goes_on_only_when_a_person_says_so() {
        billed();
        act("HOLD", "2026-02-01");
        ledger.take(suspended("2026-02-10"), resumed("2026-02-20"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(promise().state()).isEqualTo("HELD");

        act("RESUME", "2026-03-01");
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
    }

    @ParameterizedTest(name = "held before: {0}")
    @CsvSource({"false, 31.00 59.00 0.00", "true, 31.00 59.00 0.00"})
    void a_subscription_that_ends_without_credit_has_earned_what_is_left(boolean held, String revenue) {
        billed();
        if (held) {
            ledger.take(suspended("2026-02-01"));
        }
        ledger.take(cancelled("2026-02-10", false));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly(revenue.split(" "));
        assertThat(promise().state()).isEqualTo("TERMINATED");
        assertThat(promise().remaining().amount()).isEqualTo("0.00");
    }

    /** 90 a quarter, cancelled on 10 February with 50 of the 50 that are left credited: nothing more is earned. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "memo first,   MEMO CANCEL,    31.00 9.00 0.00",
        "memo later,   CANCEL MEMO,    31.00 9.00 0.00",
        "invoice,      CANCEL INVOICE, 31.00 9.00 0.00",
    })
    void what_is_credited_on_the_day_of_the_end_is_never_earned(String what, String events, String revenue) {
        BillingFacts.Invoice quarter = billed();
        for (String event : events.split(" ")) {
            switch (event) {
                case "MEMO" ->
                    ledger.take(reversals.memo(EventIds.next(), quarter, LocalDate.of(2026, 2, 10), "50.00", "0.00"));
                case "INVOICE" ->
                    ledger.take(billing.invoice(LocalDate.of(2026, 2, 10))
                            .overTime("-50.00", "2026-02-10", "2026-04-01")
                            .issued());
                default -> ledger.take(cancelled("2026-02-10", false));
            }
        }
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(earned("2026-01", "2026-02", "2026-03")).containsExactly(revenue.split(" "));
        assertThat(ledger.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
        assertThat(promise().remaining().amount()).isEqualTo("0.00");
    }

    /** 90 a quarter, 31 earned in January; on 10 February all of it is taken back, as of the first day. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ORDER INVOICE", "INVOICE ORDER", "ORDER MEMO", "MEMO ORDER",
        "SUBSCRIPTION INVOICE", "INVOICE SUBSCRIPTION", "SUBSCRIPTION MEMO", "MEMO SUBSCRIPTION",
    })
    void a_back_dated_end_earns_nothing_in_months_that_are_over(String events) {
        BillingFacts.Invoice quarter = billed();
        LocalDate told = LocalDate.of(2026, 2, 10);
        ledger.moveTo("2026-02-10T13:00:00Z");
        for (String event : events.split(" ")) {
            ledger.take(
                    switch (event) {
                        case "ORDER" -> new OrderFacts(billing, "USD").of(order).cancelled("2026-01-01", "2026-02-10");
                        case "SUBSCRIPTION" -> cancelled("2026-01-01", told);
                        case "MEMO" -> reversals.memo(EventIds.next(), quarter, told, "90.00", "0.00");
                        default ->
                            billing.invoice(told)
                                    .overTime("-90.00", "2026-01-01", "2026-04-01")
                                    .issued();
                    });
        }
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(earned("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "-31.00", "0.00");
        assertThat(ledger.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
        assertThat(promise().state()).isEqualTo("TERMINATED");
    }

    /** It is held from February on; in March it ends as of the first day: what was held back is earned in March. */
    @Test
    void a_back_dated_end_lifts_what_held_it_on_the_day_of_its_telling() {
        billed();
        ledger.take(suspended("2026-02-01"));
        ledger.moveTo("2026-03-10T13:00:00Z");
        ledger.take(cancelled("2026-01-01", LocalDate.of(2026, 3, 10)));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
    }

    @Test
    void the_customer_and_dunning_let_it_rest_each_on_their_own() {
        billed();
        ledger.take(rests("suspended", "2026-02-01", "CUSTOMER"), rests("suspended", "2026-02-01", "DUNNING"));
        ledger.take(rests("resumed", "2026-02-10", "DUNNING"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(promise().state()).isEqualTo("HELD");

        ledger.take(rests("resumed", "2026-03-01", "CUSTOMER"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "59.00");
        assertThat(promise().state()).isEqualTo("SATISFIED");
    }

    /**
     * One a day for a year. S: it rests from 5 March on; E: on 20 March its end on 30 June is told; H: it rests from April on;
     * R: it goes on in April; B: the end does not come; L: it goes on in July.
     */
    @ParameterizedTest(name = "{0}, heard as {1}")
    @CsvSource({
        "S E R,   S E R,   31.00 28.00 4.00 57.00 31.00 214.00 0.00",
        "S E R,   E S R,   31.00 28.00 4.00 57.00 31.00 214.00 0.00",
        "S E R,   R E S,   31.00 28.00 4.00 57.00 31.00 214.00 0.00",
        "S E R,   R S E,   31.00 28.00 4.00 57.00 31.00 214.00 0.00",
        "S E,     E S,     31.00 28.00 4.00 0.00 0.00 302.00 0.00",
        "E H,     E H,     31.00 28.00 31.00 0.00 0.00 275.00 0.00",
        "E H,     H E,     31.00 28.00 31.00 0.00 0.00 275.00 0.00",
        "S E B L, S E B L, 31.00 28.00 4.00 0.00 0.00 0.00 149.00",
        "S E B L, L B E S, 31.00 28.00 4.00 0.00 0.00 0.00 149.00",
    })
    void an_end_that_lies_ahead_lifts_no_hold_before_it_comes(String told, String heard, String revenue) {
        ledger.take(List.of(signed()));
        ledger.take(billing.invoice(JAN_1)
                .overTime("365.00", "2026-01-01", "2027-01-01")
                .issued());
        Map<String, Envelope> events = new HashMap<>();
        for (String event : told.split(" ")) {
            events.put(event, ahead(event));
        }
        Stream.of(heard.split(" ")).forEach(event -> ledger.take(events.get(event)));
        ledger.moveTo("2026-08-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"))
                .containsExactly(revenue.split(" "));
    }

    private Envelope ahead(String event) {
        return switch (event) {
            case "S" -> suspended("2026-03-05");
            case "E" -> cancelled("2026-06-30", LocalDate.of(2026, 3, 20));
            case "H" -> suspended("2026-04-01");
            case "R" -> resumed("2026-04-01");
            case "B" -> cancelled("2026-04-20", true);
            default -> resumed("2026-07-15");
        };
    }

    @Test
    void what_waits_for_its_invoice_is_held_until_an_end_that_lies_ahead() {
        billed();
        ledger.take(withWaiting(suspended("2026-02-01"), "-59.00", "2026-02-01"));
        ledger.take(withWaiting(cancelled("2026-03-20", LocalDate.of(2026, 2, 10)), "-59.00", "2026-02-01"));
        ledger.moveTo("2026-03-10T00:00:00Z");
        assertThat(ledger.balances(null)).doesNotContainKey("Unbilled receivable");
        assertThat(revenue("2026-01", "2026-02")).containsExactly("31.00", "0.00");

        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "0.00");
        assertThat(ledger.balances(null).get("Deferred revenue").amount()).isEqualTo("0.00");
    }

    @Test
    void before_an_end_that_lies_ahead_people_may_act_and_not_after_it() {
        billed();
        ledger.take(cancelled("2026-03-20", JAN_1));

        assertThatThrownBy(() -> act("HOLD", "2026-03-20")).isInstanceOf(IllegalMove.class);
        act("HOLD", "2026-03-01");
        act("RESUME", "2026-03-10");
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "28.00", "31.00");
    }

    @Test
    void a_promise_whose_end_lies_ahead_says_so_and_stays_what_it_is_until_then() {
        billed();
        ledger.moveTo("2026-02-10T12:00:00Z");
        ledger.take(cancelled("2026-03-20", LocalDate.of(2026, 2, 10)), suspended("2026-03-05"));

        assertThat(promise().state()).isEqualTo("OPEN");
        assertThat(promise().endsOn()).isEqualTo("2026-03-20");
        assertThat(promise().remaining().amount()).isEqualTo("59.00");
        ledger.moveTo("2026-03-05T12:00:00Z");
        assertThat(promise().state()).isEqualTo("HELD");
        ledger.moveTo("2026-04-01T00:00:00Z");
        assertThat(promise().state()).isEqualTo("TERMINATED");
        assertThat(promise().remaining().amount()).isEqualTo("0.00");

        assertThat(Stream.of("2026-01-31", "2026-02-28", "2026-03-19", "2026-03-20")
                        .map(day -> promise(new AsOf(LocalDate.parse(day), null)))
                        .map(then -> then.state() + " " + then.recognised().amount()))
                .containsExactly("OPEN 31.00", "OPEN 59.00", "HELD 59.00", "TERMINATED 59.00");
        assertThat(promise(new AsOf(LocalDate.of(2026, 3, 20), Instant.parse("2026-02-10T00:00:00Z")))
                        .endsOn())
                .as("before it was told")
                .isNull();
    }

    @Test
    void an_end_that_lies_ahead_and_is_taken_back_changes_nothing() {
        billed();
        ledger.take(cancelled("2026-03-01", false));
        ledger.take(cancelled("2026-02-01", true));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "28.00", "31.00");
        assertThat(promise().state()).isEqualTo("SATISFIED");
    }

    @ParameterizedTest(name = "contract first: {0}")
    @CsvSource({"true", "false"})
    void nothing_of_a_cancelled_order_is_owed_any_more(boolean contractFirst) {
        Envelope signed = signed();
        ledger.take(contractFirst ? List.of(signed, orderCancelled()) : List.of(orderCancelled(), signed));
        ledger.moveTo("2026-01-05T00:00:00Z");

        assertThat(promise().state()).isEqualTo("TERMINATED");
        assertThat(promise().remaining().amount()).isEqualTo("0.00");
    }

    /** What is to be credited of the rest waits for the next invoice: it is earned as little as what it credits, and ends with it. */
    @Test
    void what_waits_for_its_invoice_is_held_and_ended_too() {
        billed();
        ledger.take(withWaiting(suspended("2026-02-01"), "-59.00", "2026-02-01"));
        ledger.moveTo("2026-03-01T00:00:00Z");
        assertThat(revenue("2026-01", "2026-02")).containsExactly("31.00", "0.00");

        ledger.take(withWaiting(cancelled("2026-03-10", false), "-59.00", "2026-02-01"));
        ledger.moveTo("2026-04-01T00:00:00Z");

        assertThat(revenue("2026-01", "2026-02", "2026-03")).containsExactly("31.00", "0.00", "0.00");
    }

    private Envelope withWaiting(Envelope of, String amount, String start) {
        ObjectNode data = parsed(of);
        ObjectNode line = data.putArray("pendingLines").addObject();
        line.put("itemId", waiting.toString())
                .put("productId", "PLATFORM")
                .put("performanceObligationId", PROMISE)
                .put("revenueTreatment", "OVER_TIME_DAILY");
        line.set("netAmount", billing.wire(amount));
        line.putObject("servicePeriod").put("start", start).put("end", "2026-04-01");
        return billing.told(
                of.type().replace("io.counterfoil.billing.", "").replace(".v1", ""),
                subscription,
                LocalDate.ofInstant(of.time(), ZoneOffset.UTC),
                data);
    }

    private static ObjectNode parsed(Envelope event) {
        return event.dataAs(ObjectNode.class);
    }

    private BillingFacts.Invoice billed() {
        ledger.take(List.of(signed()));
        BillingFacts.Invoice quarter = billing.invoice(JAN_1).overTime("90.00", "2026-01-01", "2026-04-01");
        ledger.take(quarter.issued());
        return quarter;
    }

    private Envelope signed() {
        return new OrderFacts(billing, "USD")
                .of(order)
                .promise("PLATFORM", "OVER_TIME_DAILY", "90.00", "90.00")
                .signed();
    }

    private Envelope orderCancelled() {
        return new OrderFacts(billing, "USD").of(order).cancelled("2026-01-05");
    }

    private Envelope suspended(String day) {
        return rests("suspended", day, "DUNNING");
    }

    private Envelope resumed(String day) {
        return rests("resumed", day, "DUNNING");
    }

    private Envelope rests(String what, String day, String cause) {
        return moved(
                what,
                day,
                LocalDate.parse(day),
                JsonNodeFactory.instance.objectNode().put("cause", cause));
    }

    private Envelope cancelled(String day, LocalDate told) {
        return moved(
                "cancelled", day, told, JsonNodeFactory.instance.objectNode().put("reason", "moved away"));
    }

    private Envelope cancelled(String day, boolean takenBack) {
        return moved(
                "cancelled",
                day,
                LocalDate.parse(day),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("reason", "moved away")
                        .put("takenBack", takenBack));
    }

    private Envelope moved(String what, String day, LocalDate told, ObjectNode data) {
        data.put("subscriptionId", subscription.toString())
                .put("subscriptionNumber", "S-000001")
                .put("effectiveDate", day)
                .putArray("performanceObligationIds")
                .add(PROMISE);
        return billing.told("subscription." + what, subscription, told, data);
    }

    private void act(String kind, String day) {
        RevenueContractJson.Act act = new RevenueContractJson.Act(
                ObligationAct.Kind.valueOf(kind), LocalDate.parse(day), null, null, null, "as agreed");
        ActOnObligation use = ledger.get(ActOnObligation.class);
        ledger.postgres().transactions().fresh(() -> use.handle(billing.contractId(), PROMISE, act, "controller"));
    }

    private RevenueContractJson.Promise promise() {
        return promise(AsOf.NOW);
    }

    private RevenueContractJson.Promise promise(AsOf then) {
        return ledger.get(RevenueContracts.class)
                .find(billing.contractId(), then)
                .orElseThrow()
                .obligations()
                .get(0);
    }

    private List<String> revenue(String... months) {
        return net("Subscription revenue", months).map(Money::amount).toList();
    }

    /** Less what was credited of what had been earned. */
    private List<String> earned(String... months) {
        List<Money> contra = net("Credit notes", months).toList();
        List<Money> gross = net("Subscription revenue", months).toList();
        return Stream.iterate(0, i -> i + 1)
                .limit(months.length)
                .map(i -> gross.get(i).minus(contra.get(i)).amount())
                .toList();
    }

    private Stream<Money> net(String account, String... months) {
        return Stream.of(months).map(month -> ledger.balances(month).getOrDefault(account, Money.zero("USD")));
    }
}
