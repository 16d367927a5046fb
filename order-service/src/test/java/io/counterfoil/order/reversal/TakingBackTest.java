package io.counterfoil.order.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.billing.RefusedByBilling;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.reversal.ReversalJson.Document;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What has ended before, or was credited before, does not keep the rest of an order from being taken back. */
class TakingBackTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDDLE = START.plusMonths(6);
    private static final LocalDate END = START.plusYears(1);

    private final BillingTwin billing = new BillingTwin();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(billing);
    private final ReversalPath path = beans.get(ReversalPath.class);
    private final EndSubscriptions end = beans.get(EndSubscriptions.class);
    private final CreditLines credit = beans.get(CreditLines.class);

    TakingBackTest() {
        beans.get(Reversals.class).entities = KeptReversals.kept();
    }

    @Test
    void a_phase_that_ends_before_the_day_of_a_cancellation_ends_by_itself() {
        billing.subscribed(START, MIDDLE, "ACTIVE");
        billing.subscribed(MIDDLE, END, "PENDING");
        Reversal reversal = begun(ReversalKind.CANCELLATION, START.plusMonths(9));
        done(end, reversal, 1);
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_POSTING);
        assertThat(reversal.documents()).hasSize(1);
    }

    @Test
    void an_attempt_that_was_cut_off_is_repeated_beside_what_has_expired() {
        billing.subscribed(START, MIDDLE, "EXPIRED");
        billing.subscribed(MIDDLE, END, "ACTIVE");
        Reversal reversal = begun(ReversalKind.CANCELLATION, START.plusMonths(9));
        end.run(step(end, reversal, 1));
        done(end, reversal, 2);
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_POSTING);
        assertThat(reversal.documents()).hasSize(1);
    }

    @Test
    void what_runs_on_and_is_refused_waits_for_a_person() {
        billing.subscribed(START, END, "ACTIVE");
        Reversal reversal = begun(ReversalKind.CANCELLATION, MIDDLE);
        billing.refuseNext("later-change-concerned");
        assertThatThrownBy(() -> end.run(step(end, reversal, 1))).isInstanceOf(RefusedByBilling.class);
    }

    @Test
    void a_compensation_credits_the_periods_of_what_had_ended_before_it() {
        UUID before = billing.subscribed(START, MIDDLE, "EXPIRED");
        UUID running = billing.subscribed(MIDDLE, END, "ACTIVE");
        UUID served = billing.billed(before, "RECURRING");
        billing.billed(running, "RECURRING");
        Reversal reversal = begun(ReversalKind.COMPENSATION, START);
        done(end, reversal, 1);
        done(credit, reversal, 1);
        assertThat(billing.credited).containsExactly(List.of(served));
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_POSTING);
        assertThat(reversal.documents()).extracting(Document::type).containsExactly("INVOICE", "CREDIT_MEMO");
    }

    @Test
    void a_compensation_passes_what_was_credited_before_it() {
        billing.subscribed(START, END, "ACTIVE");
        billing.isCredited(billing.billed(null, "ONE_TIME"));
        UUID open = billing.billed(null, "ONE_TIME");
        Reversal reversal = begun(ReversalKind.COMPENSATION, START);
        done(end, reversal, 1);
        done(credit, reversal, 1);
        assertThat(billing.credited).containsExactly(List.of(open));
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_POSTING);
    }

    private Reversal begun(ReversalKind kind, LocalDate day) {
        UUID order = UUID.randomUUID();
        ContractJson contract = new ContractJson(
                order, "K", 1, order, order, "US01", "USD", START, END, 12, Money.of("1.00", "USD"), List.of());
        ReversalJson.Request wanted =
                new ReversalJson.Request(order, kind, day, null, null, null, "the customer moved away");
        Reversal reversal = new Reversal(
                UUID.randomUUID(), UUID.randomUUID().toString(), contract, wanted, day, "somebody", "business");
        POSTGRES.transactions().fresh(() -> path.begin(reversal));
        return reversal;
    }

    private static void done(StepHandler handler, Reversal reversal, int attempt) {
        StepOutcome.Done done = (StepOutcome.Done) handler.run(step(handler, reversal, attempt));
        POSTGRES.transactions().fresh(done.inTransaction());
    }

    private static Step step(StepHandler handler, Reversal reversal, int attempt) {
        return new Step(
                UUID.randomUUID(),
                handler.kind(),
                reversal.reversalId().toString(),
                Json.write(new ReversalStep(reversal.reversalId())),
                attempt,
                Correlation.current(),
                null);
    }
}
