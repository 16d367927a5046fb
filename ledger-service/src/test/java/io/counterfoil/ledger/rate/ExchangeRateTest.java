package io.counterfoil.ledger.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {

    private static final LedgerUnderTest LEDGER = new LedgerUnderTest();

    @Test
    void a_rate_holds_once_another_person_has_approved_it() {
        ExchangeRateJson proposed = propose("EUR", "USD", "2026-01-01", "1.20");
        assertThat(spot("EUR", "USD", "2026-01-05")).isNull();

        assertThatThrownBy(() -> decide(proposed, "maker")).isInstanceOf(RateNeedsAnotherPerson.class);
        decide(proposed, "checker");

        assertThat(spot("EUR", "USD", "2026-01-05")).isEqualTo("1.20 of 2026-01-01 by sample bank");
        assertThat(spot("EUR", "USD", "2025-12-31")).isNull();
        assertThatThrownBy(() -> decide(proposed, "another")).isInstanceOf(IllegalMove.class);
    }

    @Test
    void the_newest_that_is_valid_on_the_day_is_used_and_the_opposite_pair_where_only_that_is_known() {
        decide(propose("GBP", "CHF", "2026-01-01", "1.10"), "checker");
        decide(propose("GBP", "CHF", "2026-02-01", "1.25"), "checker");

        assertThat(spot("GBP", "CHF", "2026-01-31")).startsWith("1.10");
        assertThat(spot("GBP", "CHF", "2026-02-01")).startsWith("1.25");
        assertThat(spot("CHF", "GBP", "2026-02-01")).startsWith("0.8 ");
    }

    @Test
    void what_is_no_rate_is_refused() {
        assertThatThrownBy(() -> propose("EUR", "EUR", "2026-01-01", "1")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> propose("EUR", "USD", "2026-01-01", "0.000")).isInstanceOf(Invalid.class);
    }

    private static String spot(String base, String quote, String day) {
        Rates.Wanted wanted = new Rates.Wanted(base, quote, LocalDate.parse(day));
        Rate rate = LEDGER.get(Rates.class).spot(Set.of(wanted)).get(wanted);
        return rate == null ? null : rate.value() + " of " + rate.date() + " by " + rate.source();
    }

    private static ExchangeRateJson propose(String base, String quote, String from, String rate) {
        ExchangeRateJson.Request told = new ExchangeRateJson.Request(
                "sample bank", "SPOT", base, quote, LocalDate.parse(from), null, rate, null);
        return inTransaction(() -> LEDGER.get(ProposeRate.class).handle(told, "maker"));
    }

    private static ExchangeRateJson decide(ExchangeRateJson proposed, String by) {
        return inTransaction(
                () -> LEDGER.get(DecideRate.class).handle(proposed.rateId(), DecideRate.Decision.APPROVED, by));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return LEDGER.postgres().transactions().fresh(work);
    }
}
