package io.counterfoil.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published figures of cash discount and tolerance. */
class CashTermsTest {
    private static final LocalDate ISSUED = LocalDate.parse("2026-01-01");

    @ParameterizedTest(name = "{0}: {3} for {2} at {1} percent")
    @CsvSource({
        "MS-03 cash discount 2 %, 2, 100.00, 98.00, 10, 98.00, 2.00, 0.00",
        "MS-03 partial payment, 2, 100.00, 49.00, 10, 49.00, 1.00, 0.00",
        "the last day counts, 2, 100.00, 98.00, 14, 98.00, 2.00, 0.00",
        "a day later nothing is taken, 2, 1000.00, 980.00, 15, 980.00, 0.00, 0.00",
        "what is too much is not used, 2, 100.00, 120.00, 10, 98.00, 2.00, 0.00",
        "MS-04 full settlement with a difference of 10, 0, 1000.00, 990.00, 10, 990.00, 0.00, 10.00",
        "MS-04 above the tolerance it stays open, 0, 1000.00, 989.99, 10, 989.99, 0.00, 0.00",
        "no cash is no settlement, 0, 5.00, 0.00, 10, 0.00, 0.00, 0.00",
    })
    void cash_settles_so_much(
            String source, int percent, String open, String cash, int day, String used, String discount, String rest) {
        CashTerms terms = new CashTerms(percent, 14, usd("10.00"));
        CashTerms.Effect effect = terms.settle(usd(open), usd(cash), ISSUED, ISSUED.plusDays(day));
        assertThat(effect).isEqualTo(new CashTerms.Effect(usd(used), usd(discount), usd(rest)));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
