package io.counterfoil.ledger.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.testing.Retold;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.OrderFacts;
import io.counterfoil.ledger.ReversalFacts;
import io.counterfoil.ledger.subledger.ControlCheck;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of one contract on two queues, or done by a person, at the same instant: as if one had come after the other. */
class AtTheSameInstantTest {

    private static final int TIMES = Integer.getInteger("counterfoil.instants", 25);
    private static final int CUSTOMERS = 12;
    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final List<Meeting> meetings = new ArrayList<>();

    /** What meets. */
    enum Pair {
        CANCELLED_AND_INVOICED,
        SIGNED_AND_INVOICED,
        CANCELLED_AND_SUSPENDED,
        CANCELLED_AND_CREDITED,
        HELD_BY_A_PERSON_AND_INVOICED
    }

    @BeforeEach
    void first_of_january() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
    }

    @AfterEach
    void no_thread_is_left() {
        two.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void two_facts_that_meet_leave_the_books_of_one_after_the_other(Pair pair) throws Exception {
        Meeting one = meeting(pair);
        one.inOrder();
        Meeting other = meeting(pair);
        other.inReverse();
        for (int i = 0; i < TIMES; i++) {
            atOnce(List.of(meeting(pair)));
        }
        ledger.moveTo("2026-05-01T00:00:00Z");

        List<String> legal = List.of(one.books(), other.books());
        assertThat(legal.get(0)).isNotEmpty();
        assertThat(meetings).allSatisfy(each -> assertThat(each.books()).isIn(legal));
        nothingWentWrong();
    }

    /** Each queue has a batch of many customers, the one from the first to the last, the other from the last to the first. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "HELD_BY_A_PERSON_AND_INVOICED", mode = EnumSource.Mode.EXCLUDE)
    void batches_of_many_customers_never_wait_for_each_other_in_a_circle(Pair pair) throws Exception {
        Meeting one = meeting(pair);
        one.inOrder();
        Meeting other = meeting(pair);
        other.inReverse();
        for (int i = 0; i < TIMES / 5; i++) {
            atOnce(IntStream.range(0, CUSTOMERS)
                    .mapToObj(customer -> meeting(pair))
                    .toList());
        }
        ledger.moveTo("2026-05-01T00:00:00Z");

        List<String> legal = List.of(one.books(), other.books());
        assertThat(meetings).allSatisfy(each -> assertThat(each.books()).isIn(legal));
        nothingWentWrong();
    }

    private void nothingWentWrong() {
        assertThat(ledger.openExceptions()).isEmpty();
        assertThat(ControlCheck.differences(ledger)).isEmpty();
        assertThat(ledger.database()
                        .query("select deadlocks from pg_stat_database where datname = current_database()")
                        .one(row -> row.longValue("deadlocks")))
                .as("deadlocks")
                .contains(0L);
    }

    private void atOnce(List<Meeting> several) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Meeting> backwards = new ArrayList<>(several);
        Collections.reverse(backwards);
        List<Future<?>> both =
                List.of(two.submit(met(start, () -> orders(several))), two.submit(met(start, () -> bills(backwards))));
        for (Future<?> each : both) {
            each.get(60, TimeUnit.SECONDS);
        }
    }

    private static Callable<Void> met(CyclicBarrier start, Runnable work) {
        return () -> {
            start.await();
            work.run();
            return null;
        };
    }

    private void orders(List<Meeting> several) {
        List<Envelope> facts =
                several.stream().flatMap(each -> each.ordered.stream()).toList();
        if (!facts.isEmpty()) {
            ledger.takeOrders(facts);
        }
        several.forEach(each -> each.byPerson.run());
    }

    private void bills(List<Meeting> several) {
        ledger.take(several.stream().map(each -> each.billed).toList());
    }

    private Meeting meeting(Pair pair) {
        Meeting meeting = new Meeting();
        meetings.add(meeting);
        meeting.prepare(pair);
        return meeting;
    }

    /** A contract of its own, and what is told of it on either side. */
    private final class Meeting {

        private final BillingFacts billing = new BillingFacts("US01", "USD");
        private final OrderFacts order = new OrderFacts(billing, "USD").of(EventIds.next());
        private final BillingFacts.Invoice quarter = billing.invoice(JAN_1)
                .overTime("90.00", "2026-01-01", "2026-04-01")
                .overTime("SUPPORT", "30.00", "2026-01-01", "2026-04-01");
        private List<Envelope> ordered = List.of();
        private Runnable byPerson = () -> {};
        private Envelope billed;

        private void prepare(Pair pair) {
            Envelope signed = own(order.promise("PLATFORM", "OVER_TIME_DAILY", "90.00", "60.00")
                    .promise("SUPPORT", "OVER_TIME_DAILY", "30.00", "60.00")
                    .signed());
            Envelope cancelled = own(order.cancelled("2026-02-10", "2026-01-01"));
            Envelope issued = own(quarter.issued());
            if (pair != Pair.SIGNED_AND_INVOICED) {
                ledger.takeOrders(List.of(signed));
            }
            ordered = List.of(cancelled);
            billed = issued;
            switch (pair) {
                case CANCELLED_AND_INVOICED -> {}
                case SIGNED_AND_INVOICED -> ordered = List.of(signed);
                case CANCELLED_AND_SUSPENDED -> {
                    ledger.take(issued);
                    billed = own(suspended());
                }
                case CANCELLED_AND_CREDITED -> {
                    ledger.take(issued);
                    billed = own(new ReversalFacts(billing)
                            .memo(EventIds.next(), quarter, LocalDate.of(2026, 2, 1), "10.00", "0.00"));
                }
                case HELD_BY_A_PERSON_AND_INVOICED -> {
                    ordered = List.of();
                    byPerson = this::hold;
                }
            }
        }

        private void hold() {
            RevenueContractJson.Act hold = new RevenueContractJson.Act(
                    ObligationAct.Kind.HOLD, LocalDate.of(2026, 2, 1), null, null, null, "as agreed");
            ActOnObligation use = ledger.get(ActOnObligation.class);
            ledger.postgres()
                    .transactions()
                    .fresh(() -> use.handle(billing.contractId(), own("obligation-PLATFORM"), hold, "controller"));
        }

        private Envelope suspended() {
            UUID subscription = EventIds.next();
            ObjectNode data = JsonNodeFactory.instance
                    .objectNode()
                    .put("subscriptionId", subscription.toString())
                    .put("subscriptionNumber", "S-000001")
                    .put("contractId", billing.contractId().toString())
                    .put("cause", "DUNNING")
                    .put("effectiveDate", "2026-02-05");
            data.putArray("performanceObligationIds").add("obligation-PLATFORM").add("obligation-SUPPORT");
            return billing.told("subscription.suspended", subscription, JAN_1, data);
        }

        private void inOrder() {
            orders(List.of(this));
            bills(List.of(this));
        }

        private void inReverse() {
            bills(List.of(this));
            orders(List.of(this));
        }

        /** Obligations of this contract alone. */
        private Envelope own(Envelope of) {
            String data = new String(of.data(), StandardCharsets.UTF_8);
            return Retold.with(of, data.replaceAll("\"obligation-\\w+", "$0-" + billing.contractId()));
        }

        private String own(String obligationId) {
            return obligationId + "-" + billing.contractId();
        }

        /** What moved on each account in each month, and where each promise stands. */
        private String books() {
            return ledger
                            .database()
                            .query(
                                    """
                                    select a.name || ' ' || to_char(e.posting_date, 'YYYY-MM') || ' '
                                           || sum(case p.side when a.normal_side then p.amount_minor else -p.amount_minor end) as moved
                                    from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
                                    where e.customer_id = ? group by a.name, to_char(e.posting_date, 'YYYY-MM')
                                    having sum(case p.side when a.normal_side then p.amount_minor else -p.amount_minor end) <> 0
                                    order by 1
                                    """,
                                    billing.customerId())
                            .list(row -> row.text("moved"))
                            .stream()
                            .collect(Collectors.joining("; "))
                    + " | "
                    + ledger.database()
                            .query(
                                    """
                                    select concat_ws(' ', split_part(obligation_id, '-', 2), held_from, ends_on, lifted_on) as stands
                                    from obligation_standing where obligation_id like '%' || ?::text order by 1
                                    """,
                                    billing.contractId().toString())
                            .list(row -> row.text("stands"));
        }
    }
}
