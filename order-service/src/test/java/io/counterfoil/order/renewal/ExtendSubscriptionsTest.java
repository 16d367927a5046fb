package io.counterfoil.order.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.PlainEntities;
import io.counterfoil.order.billing.BillingDoor;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.Northwind;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderGivenUp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract is renewed when something of it goes on, and what ends elsewhere is left alone, however often it is tried. */
class ExtendSubscriptionsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = START.plusYears(1);

    private final Database database = POSTGRES.database();
    private final BillingDoor billing = new BillingDoor();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(billing);
    private final Renewals renewals = beans.get(Renewals.class);
    private final RenewalPath path = beans.get(RenewalPath.class);
    private final ContractBook contracts = beans.get(ContractBook.class);
    private final ExtendSubscriptions extend = beans.get(ExtendSubscriptions.class);
    private ContractJson contract;
    private UUID renewal;

    @BeforeEach
    void it_renews_by_itself() {
        renewals.entities = PlainEntities.on(POSTGRES);
        UUID order = POSTGRES.transactions().fresh(() -> beans.get(ProcessBook.class)
                .orderPlaced(null, null, Northwind.checked())
                .orElseThrow());
        POSTGRES.transactions().fresh(() -> beans.get(OrderBook.class).accept(order, Northwind.customer()));
        contract = contracts.ofOrder(order).orElseThrow();
        POSTGRES.transactions().fresh(() -> {
            RenewalTerms terms = new RenewalTerms(contract.contractId(), RenewalMode.AUTO, 12, null, 30, END, 1);
            renewals.write(terms);
            path.begin(terms);
        });
        renewal = only("select renewal_id as it from renewal where contract_id = ?");
    }

    private UUID only(String sql) {
        return database.query(sql, contract.contractId())
                .one(row -> row.uuid("it"))
                .orElseThrow();
    }

    @Test
    void what_ends_with_the_term_is_extended_and_the_contract_renewed() {
        Subscription all = subscription("ACTIVE", END);
        attempt(1);
        assertThat(extended()).containsExactly(all.subscriptionId());
        assertThat(state()).isEqualTo(RenewalState.RENEWED);
        assertThat(termEnd()).isEqualTo(END.plusYears(1));
    }

    @Test
    void a_further_attempt_leaves_alone_what_ends_elsewhere() {
        subscription("ACTIVE", END.minusMonths(2));
        subscription("ACTIVE", END.plusYears(1)); // by the attempt before
        Subscription left = subscription("ACTIVE", END);
        attempt(2);
        assertThat(extended()).containsExactly(left.subscriptionId());
        assertThat(state()).isEqualTo(RenewalState.RENEWED);
    }

    @Test
    void an_attempt_after_all_was_extended_says_so() {
        subscription("ACTIVE", END.plusYears(1));
        attempt(2);
        assertThat(extended()).isEmpty();
        assertThat(state()).isEqualTo(RenewalState.RENEWED);
    }

    @Test
    void where_nothing_runs_the_contract_ends_instead_of_being_renewed() {
        subscription("CANCELLED", END);
        attempt(1);
        assertThat(state()).isEqualTo(RenewalState.WITHDRAWN);
        assertThat(told()).contains("contract.ended").doesNotContain("contract.renewed");
        assertThat(termEnd()).isEqualTo(END);
    }

    @Test
    void what_is_cancelled_to_the_end_of_the_term_ends_there() {
        subscription("ACTIVE", END);
        billing.refusing = "already-cancelled";
        attempt(1);
        assertThat(state()).isEqualTo(RenewalState.WITHDRAWN);
        assertThat(told()).contains("contract.ended").doesNotContain("contract.renewed");
    }

    @Test
    void any_other_refusal_is_somebodys_to_look_after() {
        subscription("ACTIVE", END);
        billing.refusing = "illegal-move";
        assertThatThrownBy(() -> attempt(1)).isInstanceOf(RefusedByBilling.class);
        assertThat(state()).isEqualTo(RenewalState.RENEWING);
    }

    @Test
    void after_a_co_term_it_renews_where_the_term_ends_now() {
        subscription("ACTIVE", END.plusMonths(3));
        attempt(1);
        assertThat(extended()).isEmpty();
        assertThat(state()).isEqualTo(RenewalState.WITHDRAWN);
        assertThat(told()).doesNotContain("contract.renewed", "contract.ended");
        assertThat(termEnd()).isEqualTo(END.plusMonths(3));
    }

    @Test
    void what_expired_before_is_an_exception_and_its_waiver_ends_the_renewal() {
        subscription("EXPIRED", END);
        assertThatThrownBy(() -> attempt(1)).isInstanceOf(ServiceHasStopped.class);
        assertThat(state()).isEqualTo(RenewalState.RENEWING);
        POSTGRES.transactions().fresh(() -> extend.waived(step(1)));
        assertThat(state()).isEqualTo(RenewalState.WITHDRAWN);
    }

    @Test
    void it_ends_with_the_order_that_is_taken_back() {
        Subscription all = subscription("ACTIVE", END);
        POSTGRES.transactions()
                .fresh(() -> beans.get(EndWithOrder.class).end(new OrderGivenUp(contract.orderId(), "left")));
        assertThat(state()).isEqualTo(RenewalState.WITHDRAWN);
        attempt(1);
        assertThat(extended()).doesNotContain(all.subscriptionId());
        assertThat(told()).doesNotContain("contract.renewed");
    }

    private Subscription subscription(String state, LocalDate end) {
        Subscription one = new Subscription(
                UUID.randomUUID(), "S-1", contract.orderId(), null, "P", "p", START, end, "1", "10", "YEAR", state);
        billing.subscriptions.add(one);
        return one;
    }

    private Step step(int attempts) {
        return new Step(
                UUID.randomUUID(),
                ExtendSubscriptions.KIND,
                renewal.toString(),
                Json.write(new RenewalStep(renewal)),
                attempts,
                Correlation.fresh("test"),
                null);
    }

    private void attempt(int number) {
        StepOutcome.Done done = (StepOutcome.Done) POSTGRES.transactions().fresh(() -> extend.run(step(number)));
        POSTGRES.transactions().fresh(done.inTransaction());
    }

    private List<UUID> extended() {
        return billing.changes.stream().map(BillingDoor.Asked::subscriptionId).toList();
    }

    private RenewalState state() {
        return POSTGRES.transactions().fresh(() -> renewals.get(renewal).state());
    }

    private LocalDate termEnd() {
        return renewals.terms(contract.contractId()).orElseThrow().termEnd();
    }

    private String told() {
        return String.join(
                " ",
                database.query(
                                "select type from outbox where subject = ?",
                                contract.contractId().toString())
                        .list(row -> row.text("type")));
    }
}
