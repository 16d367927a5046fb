package io.counterfoil.order.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.PlainEntities;
import io.counterfoil.order.billing.BillingDoor;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Stood;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.order.Northwind;
import io.counterfoil.order.order.OrderBook;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An amendment is taken back by what has become of it at billing-service, and once, however often that is tried. */
class UndoAmendmentTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);

    /** On its day, without it, the subscription has the fifteen seats of another amendment. */
    private static final Stood STOOD = new Stood("platform-annual", "PLATFORM", "15", "110.00", END);

    private final BillingDoor billing = new BillingDoor();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(billing);
    private final Amendments amendments = beans.get(Amendments.class);
    private final AmendmentPath path = beans.get(AmendmentPath.class);
    private final ContractBook contracts = beans.get(ContractBook.class);
    private final UndoAmendment undo = beans.get(UndoAmendment.class);
    private final UUID id = EventIds.next();
    private ContractJson contract;

    @BeforeEach
    void a_contract() {
        amendments.entities = PlainEntities.on(POSTGRES);
        UUID order = POSTGRES.transactions().fresh(() -> beans.get(ProcessBook.class)
                .orderPlaced(null, null, Northwind.checked())
                .orElseThrow());
        POSTGRES.transactions().fresh(() -> beans.get(OrderBook.class).accept(order, Northwind.customer()));
        contract = contracts.ofOrder(order).orElseThrow();
    }

    @Test
    void what_is_scheduled_never_comes() {
        compensating(AmendmentKind.QUANTITY, "SCHEDULED");
        billing.history.add(change("SCHEDULED"));
        attempt(1);
        assertThat(billing.takenBack).containsExactly(id);
        assertThat(billing.changes).isEmpty();
        assertThat(state()).isEqualTo(AmendmentState.COMPENSATED);
    }

    @Test
    void it_is_done_where_the_answer_to_the_attempt_before_was_lost() {
        compensating(AmendmentKind.QUANTITY, "SCHEDULED");
        billing.history.add(change("TAKEN_BACK"));
        billing.refusing = "change-in-effect";
        attempt(2);
        assertThat(state()).isEqualTo(AmendmentState.COMPENSATED);
        assertThat(billing.changes).isEmpty();
    }

    @Test
    void what_came_into_effect_meanwhile_gets_its_opposite() {
        compensating(AmendmentKind.QUANTITY, "SCHEDULED");
        billing.history.add(change("APPLIED"));
        attempt(1);
        assertThat(billing.takenBack).isEmpty();
        assertThat(billing.changes).singleElement().satisfies(asked -> {
            assertThat(asked.key()).isEqualTo("undo-amendment-" + id);
            assertThat(asked.change().effectiveDate()).isEqualTo(DAY);
        });
        assertThat(state()).isEqualTo(AmendmentState.COMPENSATED);
    }

    @Test
    void one_whose_day_comes_between_look_and_call_is_looked_at_again() {
        compensating(AmendmentKind.QUANTITY, "SCHEDULED");
        billing.history.add(change("SCHEDULED"));
        billing.refusing = "change-in-effect";
        assertThat(POSTGRES.transactions().fresh(() -> undo.run(step(1)))).isInstanceOf(StepOutcome.Again.class);
        billing.refusing = "later-change-concerned";
        assertThatThrownBy(() -> attempt(2)).isInstanceOf(RefusedByBilling.class);
        assertThat(state()).isEqualTo(AmendmentState.COMPENSATING);
    }

    @Test
    void an_opposite_that_is_there_is_not_asked_for_again() {
        compensating(AmendmentKind.QUANTITY, "APPLIED");
        UUID reversal = UUID.randomUUID();
        billing.history.add(change("APPLIED"));
        billing.history.add(new Changed(EventIds.derived(id, "taken back"), "APPLIED", DAY, reversal, STOOD));
        attempt(2);
        assertThat(billing.changes).isEmpty();
        assertThat(state()).isEqualTo(AmendmentState.AWAITING_REVERSAL);
    }

    @Test
    void the_opposite_restores_what_stands_on_its_day_not_what_stood_when_it_was_previewed() {
        assertThat(opposite(AmendmentKind.QUANTITY).quantity()).isEqualTo("15");
        assertThat(opposite(AmendmentKind.PRICE).unitPrice()).isEqualTo("110.00");
        assertThat(opposite(AmendmentKind.CO_TERM).endDate()).isEqualTo(END);
        Change plan = opposite(AmendmentKind.UPGRADE);
        assertThat(plan.planId()).isEqualTo("platform-annual");
        assertThat(plan.replacesPlanId()).isEqualTo("bigger");
        assertThat(plan.quantity()).isEqualTo("15");
        assertThat(plan.unitPrice()).isEqualTo("110.00");
    }

    private Change opposite(AmendmentKind kind) {
        return amendment(kind).opposite(STOOD);
    }

    private Changed change(String state) {
        return new Changed(id, state, DAY, null, STOOD);
    }

    private Amendment amendment(AmendmentKind kind) {
        Change wanted = new Change(
                kind.change(), id, DAY, "bigger", null, null, null, "20", null, null, null, null, null, "more seats");
        Amendment amendment = new Amendment(
                id,
                id.toString(),
                contract,
                contract.obligations().get(0).lineId(),
                kind,
                wanted,
                true,
                "tester",
                "c-1");
        amendment.previewed(
                new Subscription(
                        UUID.randomUUID(),
                        "S-1",
                        contract.orderId(),
                        contract.obligations().get(0).lineId(),
                        "PLATFORM",
                        "platform-annual",
                        LocalDate.of(2026, 1, 1),
                        END.minusMonths(1),
                        "10",
                        "100.00",
                        "YEAR",
                        "ACTIVE"),
                new ChangePreview(DAY, null, null, null, null, null, null));
        return amendment;
    }

    private void compensating(AmendmentKind kind, String changed) {
        POSTGRES.transactions().fresh(() -> path.begin(amendment(kind)));
        POSTGRES.transactions().fresh(() -> {
            for (String state : new String[] {"CHANGING", changed.equals("APPLIED") ? "COMPLETED" : "SCHEDULED"}) {
                beans.get(Journeys.class).move(ProcessKind.AMENDMENT, id, state, "test");
            }
            Amendment amendment = amendments.forChange(id);
            amendment.changed(new Changed(id, changed, DAY, null, null));
            path.compensate(amendment, "a mistake");
        });
    }

    private Step step(int attempts) {
        return new Step(
                UUID.randomUUID(),
                UndoAmendment.KIND,
                id.toString(),
                Json.write(new AmendmentStep(id)),
                attempts,
                Correlation.fresh("test"),
                null);
    }

    private void attempt(int number) {
        StepOutcome.Done done = (StepOutcome.Done) POSTGRES.transactions().fresh(() -> undo.run(step(number)));
        POSTGRES.transactions().fresh(done.inTransaction());
    }

    private AmendmentState state() {
        return POSTGRES.transactions().fresh(() -> amendments.get(id).state());
    }
}
