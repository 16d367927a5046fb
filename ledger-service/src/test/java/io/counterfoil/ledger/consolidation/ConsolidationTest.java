package io.counterfoil.ledger.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.ledger.BillingFacts;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.rate.RatesAtWork;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ConsolidationTest {

    private static final LocalDate JAN_10 = LocalDate.of(2026, 1, 10);
    private static final LocalDate JAN_31 = LocalDate.of(2026, 1, 31);

    private final LedgerUnderTest ledger =
            new LedgerUnderTest().withEntity("US01", "USD").withEntity("DE01", "EUR");

    @Test
    void what_stands_is_translated_at_the_closing_rate_and_income_at_the_average_one() {
        RatesAtWork.publish(ledger, "CLOSING", "EUR", "USD", "2026-01-31", "1.10");
        RatesAtWork.publish(ledger, "AVERAGE", "EUR", "USD", "2026-01-01", "1.20");
        ledger.take(
                new BillingFacts("US01", "USD").invoice(JAN_10).atOnce("10.00").issued());
        ledger.take(
                new BillingFacts("DE01", "EUR").invoice(JAN_10).atOnce("100.00").issued());

        ConsolidationJson group = ledger.get(Consolidation.class).of("USD", JAN_31);

        assertThat(group.lines())
                .extracting(line -> line.name() + " " + line.balance())
                .containsExactly("Accounts receivable 120.00 USD", "Services revenue 130.00 USD");
        assertThat(group.translationDifference().amount()).isEqualTo("10.00");
        assertThat(group.rates())
                .extracting(rate -> rate.base() + " " + rate.type() + " " + rate.rate())
                .contains("EUR AVERAGE 1.20", "EUR CLOSING 1.10");
    }

    @Test
    void without_a_rate_there_is_no_sum() {
        ledger.take(
                new BillingFacts("DE01", "EUR").invoice(JAN_10).atOnce("100.00").issued());

        assertThatThrownBy(() -> ledger.get(Consolidation.class).of("USD", JAN_31))
                .isInstanceOf(NoGroupRate.class);
    }
}
