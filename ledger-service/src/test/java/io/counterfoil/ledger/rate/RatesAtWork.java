package io.counterfoil.ledger.rate;

import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;

/** For tests elsewhere: rates that two people have let hold. */
public final class RatesAtWork {

    private RatesAtWork() {}

    public static void publish(
            LedgerUnderTest ledger, String type, String base, String quote, String day, String rate) {
        ledger.postgres().transactions().fresh(() -> {
            ExchangeRateJson proposed = ledger.get(ProposeRate.class)
                    .handle(
                            new ExchangeRateJson.Request(
                                    "sample bank", type, base, quote, LocalDate.parse(day), null, rate, null),
                            "maker");
            ledger.get(DecideRate.class).handle(proposed.rateId(), DecideRate.Decision.APPROVED, "checker");
        });
    }
}
