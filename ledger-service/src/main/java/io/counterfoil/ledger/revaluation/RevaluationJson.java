package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;

/** A revaluation as it travels. */
public record RevaluationJson(
        String legalEntityId, LocalDate date, String policy, String functionalCurrency, List<Valued> items) {

    /** Whose balances are valued, and as of which day. */
    public record Request(@NotNull @Pattern(regexp = "[A-Z0-9]{2,12}") String legalEntityId, @NotNull LocalDate date) {}

    /** A balance on its debit side, what the books said, what it is worth. */
    public record Valued(String account, Money balance, Money booked, Money worth, Money difference, String rate) {}
}
