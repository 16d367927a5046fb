package io.counterfoil.ledger.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every figure leads to the documents that it is made of. */
class ExplainTest {

    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
    private final BillingFacts billing = new BillingFacts("US01", "USD");
    private final BillingFacts.Invoice invoice = billing.invoice(JAN_1)
            .overTime("365.00", "2026-01-01", "2027-01-01")
            .atOnce("5.00");

    @BeforeEach
    void two_months() {
        ledger.clock().moveTo("2026-01-01T08:00:00Z");
        ledger.take(invoice.issued());
        ledger.take(billing.payment(JAN_1, "5.00").of(invoice, "5.00").settled());
        ledger.moveTo("2026-03-01T00:00:00Z");
    }

    @Test
    void a_balance_is_the_sum_of_postings_with_their_rule_event_and_invoice() {
        Figure receivables =
                FigureOf.of(Map.of("figure", "TRIAL_BALANCE", "legalEntityId", "US01", "account", "1100")::get);

        assertThat(explanations().amounts(receivables)).containsExactly(usd("365.00"));
        List<ExplanationJson.Item> items = explanations().items(receivables, 0, 10);
        assertThat(items)
                .extracting(item -> item.amount().amount() + " " + item.entry().purpose() + " "
                        + item.rule().ruleId() + " " + item.invoice().invoiceNumber())
                .containsExactly(
                        "370.00 INVOICE US01-INVOICE " + invoice.number(),
                        "-5.00 PAYMENT US01-PAYMENT " + invoice.number());
        assertThat(items.get(0).event().type()).isEqualTo("io.counterfoil.billing.invoice.issued.v1");
    }

    @Test
    void what_a_month_recognised_leads_to_the_invoice_line() {
        Figure february = FigureOf.of(Map.of("figure", "RECOGNISED", "legalEntityId", "US01", "month", "2026-02")::get);

        assertThat(ledger.get(Slices.class).amounts(february)).containsExactly(usd("28.00"));
        assertThat(ledger.get(Slices.class).items(february, 0, 10))
                .singleElement()
                .satisfies(item -> assertThat(item.invoice().invoiceNumber()).isEqualTo(invoice.number()));
    }

    @Test
    void the_parts_of_the_roll_forward_are_explained() {
        assertThat(explanations()
                        .amounts(FigureOf.of(
                                Map.of("figure", "BILLED", "legalEntityId", "US01", "month", "2026-01")::get)))
                .containsExactly(usd("365.00"));
        assertThat(explanations()
                        .amounts(FigureOf.of(
                                Map.of("figure", "DEFERRED", "legalEntityId", "US01", "month", "2026-02")::get)))
                .containsExactly(usd("306.00"));
        assertThat(explanations()
                        .amounts(FigureOf.of(
                                Map.of("figure", "CREDITED", "legalEntityId", "US01", "month", "2026-02")::get)))
                .isEmpty();
    }

    @Test
    void a_figure_that_is_not_named_is_refused() {
        assertThatThrownBy(() -> FigureOf.of(Map.of("figure", "PROFIT")::get)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> FigureOf.of(Map.of("figure", "TRIAL_BALANCE", "legalEntityId", "US01")::get))
                .isInstanceOf(Invalid.class);
    }

    private Explanations explanations() {
        return ledger.get(Explanations.class);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
