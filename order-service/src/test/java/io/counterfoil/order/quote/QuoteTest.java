package io.counterfoil.order.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.approval.AlreadyDecided;
import io.counterfoil.order.approval.Approval;
import io.counterfoil.order.approval.NotAnApprover;
import io.counterfoil.order.approval.OwnQuote;
import io.counterfoil.order.approval.Verdict;
import io.counterfoil.order.billing.BillingJson.OrderPreview;
import io.counterfoil.order.intake.OrderRequest;
import io.counterfoil.order.order.ExternalReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may say yes to a quote, and what it comes to. */
class QuoteTest {

    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");
    private static final UUID QUOTE = UUID.fromString("0190a1b2-0030-7000-8000-000000000001");
    private static final UUID CUSTOMER = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");

    private static Quote quote() {
        OrderRequest request = new OrderRequest(
                new OrderRequest.Customer(CUSTOMER, null, null, null, null, null, null, null, null),
                new ExternalReference("salesforce", "006000000000001AAA"),
                "US01",
                "USD",
                LocalDate.of(2026, 1, 1),
                12,
                30,
                null,
                List.of(new OrderRequest.Line("PLATFORM", "1", "1200.00", null, null, null)));
        return new Quote(
                QUOTE,
                "Q-000001",
                request,
                Money.of("1700.00", "USD"),
                LocalDate.of(2026, 1, 31),
                "maker@counterfoil.example",
                NOW);
    }

    private static OrderPreview figures() {
        return new OrderPreview(
                "USD", Money.of("1700.00", "USD"), Money.of("140.25", "USD"), Money.of("1840.25", "USD"), List.of());
    }

    private static Quote waiting(String... approvers) {
        Quote quote = quote();
        quote.demandApproval(List.of("it is dear"), List.of(approvers));
        quote.priced(figures());
        return quote;
    }

    private static Approval yes(String person) {
        return new Approval(person, Verdict.APPROVE, null, NOW);
    }

    @Test
    void a_quote_that_nobody_must_approve_stands_once_it_is_priced() {
        Quote quote = quote();
        assertThat(quote.priced(figures())).isEqualTo(QuoteState.APPROVED);
        GoldenExample.of("quote-changed.v1").assertProduces(quote.changed("approver@counterfoil.example"));
    }

    @Test
    void two_must_say_yes() {
        Quote quote = waiting();
        assertThat(quote.decided(yes("a"))).isEqualTo(QuoteState.AWAITING_APPROVAL);
        assertThat(quote.decided(yes("b"))).isEqualTo(QuoteState.APPROVED);
    }

    @Test
    void nobody_decides_on_a_quote_of_their_own_or_twice() {
        Quote quote = waiting();
        assertThatThrownBy(() -> quote.decided(yes("maker@counterfoil.example")))
                .isInstanceOf(OwnQuote.class);
        quote.decided(yes("a"));
        assertThatThrownBy(() -> quote.decided(yes("a"))).isInstanceOf(AlreadyDecided.class);
        assertThat(quote.state()).isEqualTo(QuoteState.AWAITING_APPROVAL);
    }

    @Test
    void where_approvers_are_named_nobody_else_decides() {
        Quote quote = waiting("a", "b");
        assertThatThrownBy(() -> quote.decided(yes("c"))).isInstanceOf(NotAnApprover.class);
        quote.decided(yes("a"));
        assertThat(quote.decided(yes("b"))).isEqualTo(QuoteState.APPROVED);
    }

    @Test
    void one_no_ends_it() {
        Quote quote = waiting();
        assertThat(quote.decided(new Approval("a", Verdict.REJECT, "too cheap", NOW)))
                .isEqualTo(QuoteState.REJECTED);
        assertThat(quote.reason()).isEqualTo("too cheap");
    }

    @Test
    void phases_follow_each_other_as_lines() {
        QuoteJson.Line ramp = new QuoteJson.Line(
                "PLATFORM",
                null,
                null,
                null,
                null,
                null,
                List.of(new QuoteJson.Phase(3, "10", "9.00"), new QuoteJson.Phase(9, "20", "8.00")));
        QuoteJson.Request request = new QuoteJson.Request(
                null, null, "US01", "USD", LocalDate.of(2026, 1, 1), 12, null, null, null, List.of(ramp));
        assertThat(request.asOrder().lines())
                .extracting(
                        OrderRequest.Line::startsAfterMonths, OrderRequest.Line::months, OrderRequest.Line::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 3, "10"),
                        org.assertj.core.groups.Tuple.tuple(3, 9, "20"));
    }
}
