package io.counterfoil.ledger.balance;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Trial balances as they travel. */
public record TrialBalanceJson(
        String legalEntityId, String currency, List<Line> lines, Money totalDebit, Money totalCredit) {

    /** What one account shows; the balance is on its normal side. */
    public record Line(
            String account, String name, AccountType type, Side normalSide, Money debit, Money credit, Money balance) {}

    /** All of them, and how they were asked for. */
    public record All(LocalDate asOf, Instant knownAt, List<TrialBalanceJson> items) {}

    static TrialBalanceJson of(String legalEntityId, String currency, List<Line> lines) {
        Money debit = Money.zero(currency);
        Money credit = Money.zero(currency);
        for (Line line : lines) {
            debit = debit.plus(line.debit());
            credit = credit.plus(line.credit());
        }
        return new TrialBalanceJson(legalEntityId, currency, lines, debit, credit);
    }
}
