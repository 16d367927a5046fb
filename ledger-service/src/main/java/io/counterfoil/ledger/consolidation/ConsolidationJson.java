package io.counterfoil.ledger.consolidation;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import java.time.LocalDate;
import java.util.List;

/** A consolidated trial balance as it travels. */
public record ConsolidationJson(
        String currency,
        LocalDate asOf,
        List<Line> lines,
        Money translationDifference,
        List<UsedRate> rates,
        boolean intercompanyAgrees,
        List<Pair> intercompany) {

    /** One account of the group; the balance is on its normal side. */
    public record Line(
            String account, String name, AccountType type, Side normalSide, Money balance, List<Part> entities) {}

    /** What one legal entity has in it, in its own currency and in that of the group. */
    public record Part(String legalEntityId, Money own, Money translated) {}

    /** By which rate. */
    public record UsedRate(String base, String type, String rate, String source, LocalDate date) {}

    /** What one legal entity claims of another, and what that one owes it; both in the currency of the group. */
    public record Pair(String creditor, String debtor, Money claimed, Money owed) {}
}
