package io.counterfoil.order.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.posting.DocumentPosted;
import io.counterfoil.order.posting.DocumentRefused;
import io.counterfoil.order.reversal.ReversalJson.Document;
import io.counterfoil.order.reversal.ReversalJson.RefundBy;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What billing-service turns down waits for a person of finance, who asks again or, with another, gives it up. */
class HeldReversalTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Database database = POSTGRES.database();
    private final BillingTwin billing = new BillingTwin();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(billing);
    private final ReversalPath path = beans.get(ReversalPath.class);
    private final CreditLines credit = beans.get(CreditLines.class);
    private final PayBack payBack = beans.get(PayBack.class);
    private final FollowReversals follow = beans.get(FollowReversals.class);
    private final ReplayReversal replay = beans.get(ReplayReversal.class);
    private final Troubles troubles = beans.get(Troubles.class);
    private final UUID line = billing.billed(null, "ONE_TIME", "PAID");

    HeldReversalTest() {
        beans.get(Reversals.class).entities = KeptReversals.kept();
    }

    @Test
    void a_memo_that_a_second_person_refuses_is_asked_for_again() {
        Reversal reversal = authorised();
        done(credit, reversal);
        refused(reversal, only(reversal));
        assertThat(reversal.state()).isEqualTo(ReversalState.HELD);
        assertThat(exception(reversal).owner()).isEqualTo("finance");
        billing.isFree(line);
        POSTGRES.transactions().fresh(() -> replay.replay(exception(reversal)));
        assertThat(reversal.state()).isEqualTo(ReversalState.CREDITING);
        done(credit, reversal);
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_POSTING);
        assertThat(reversal.documents()).extracting(Document::wasRefused).containsExactly(true, false);
        assertThat(billing.credited).hasSize(2);
    }

    @Test
    void a_memo_that_was_refused_before_anybody_waited_holds_it_too() {
        Reversal reversal = authorised();
        StepOutcome.Done done = (StepOutcome.Done) credit.run(step(credit, reversal));
        UUID memo = billing.memos().get(0);
        database.update("insert into refused_document values (?, 'refused by a second person', now())", memo);
        POSTGRES.transactions().fresh(done.inTransaction());
        assertThat(reversal.state()).isEqualTo(ReversalState.HELD);
        assertThat(exception(reversal).reason()).contains("refused by a second person");
    }

    @Test
    void a_refund_that_fails_is_paid_by_another_try() {
        Reversal reversal = authorised();
        done(credit, reversal);
        posted(reversal, only(reversal));
        assertThat(reversal.state()).isEqualTo(ReversalState.REFUNDING);
        done(payBack, reversal);
        refused(reversal, reversal.unposted().get(0));
        assertThat(reversal.state()).isEqualTo(ReversalState.HELD);
        POSTGRES.transactions().fresh(() -> replay.replay(exception(reversal)));
        assertThat(reversal.state()).isEqualTo(ReversalState.REFUNDING);
        done(payBack, reversal);
        assertThat(reversal.state()).isEqualTo(ReversalState.AWAITING_REFUND);
        assertThat(billing.refundKeys).doesNotHaveDuplicates().hasSize(2);
        posted(reversal, reversal.unposted().get(0));
        assertThat(reversal.state()).isEqualTo(ReversalState.COMPLETED);
    }

    @Test
    void given_up_before_anything_is_credited_it_ends_and_after_it_the_goods_are_back_all_the_same() {
        Reversal first = authorised();
        done(credit, first);
        refused(first, only(first));
        POSTGRES.transactions().fresh(() -> replay.waived(exception(first)));
        assertThat(first.state()).isEqualTo(ReversalState.GIVEN_UP);
        billing.isFree(line);
        Reversal second = authorised();
        done(credit, second);
        posted(second, only(second));
        POSTGRES.transactions().fresh(() -> payBack.waived(step(payBack, second)));
        assertThat(second.state()).isEqualTo(ReversalState.COMPLETED);
    }

    private Reversal authorised() {
        UUID order = UUID.randomUUID();
        ContractJson contract = new ContractJson(
                order, "K", 1, order, order, "US01", "USD", START, START, 12, Money.of("1.00", "USD"), List.of());
        ReversalJson.Request wanted = new ReversalJson.Request(
                order,
                ReversalKind.RETURN,
                null,
                billing.invoiceOf(line),
                List.of(new ReversalJson.Line(line, null)),
                new RefundBy(null, "bank"),
                "it did not fit");
        Reversal reversal = new Reversal(UUID.randomUUID(), "R-1", contract, wanted, START, "somebody", "business");
        POSTGRES.transactions().fresh(() -> {
            path.begin(reversal);
            reversal.decided(true, "another");
            path.decided(reversal);
        });
        return reversal;
    }

    private void refused(Reversal reversal, UUID document) {
        DocumentRefused refused =
                new DocumentRefused(reversal.kind().process(), reversal.reversalId(), document, "refused");
        POSTGRES.transactions().fresh(() -> follow.refused(refused));
    }

    private void posted(Reversal reversal, UUID document) {
        DocumentPosted posted = new DocumentPosted(reversal.kind().process(), reversal.reversalId(), document);
        POSTGRES.transactions().fresh(() -> follow.posted(posted));
    }

    private static UUID only(Reversal reversal) {
        assertThat(reversal.unposted()).hasSize(1);
        return reversal.unposted().get(0);
    }

    private Trouble exception(Reversal reversal) {
        return troubles.open(ReversalPath.ORIGIN, reversal.reversalId().toString())
                .get(0);
    }

    private static void done(StepHandler handler, Reversal reversal) {
        StepOutcome.Done done = (StepOutcome.Done) handler.run(step(handler, reversal));
        POSTGRES.transactions().fresh(done.inTransaction());
    }

    private static Step step(StepHandler handler, Reversal reversal) {
        return new Step(
                UUID.randomUUID(),
                handler.kind(),
                reversal.reversalId().toString(),
                Json.write(new ReversalStep(reversal.reversalId())),
                1,
                Correlation.current(),
                null);
    }
}
