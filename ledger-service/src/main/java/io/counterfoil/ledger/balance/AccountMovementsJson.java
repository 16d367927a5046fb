package io.counterfoil.ledger.balance;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import java.time.Instant;
import java.util.List;

/** What accounts moved month by month, as it travels; each amount is on the account's normal side. */
public record AccountMovementsJson(
        String legalEntityId, String from, String to, Instant knownAt, Amounts amounts, List<Account> items) {

    /** In which currency: that of the documents, or that of the books. */
    public enum Amounts {
        TRANSACTION,
        FUNCTIONAL
    }

    /** One account in one currency: opening + movements = closing. */
    public record Account(
            String account,
            String name,
            AccountType type,
            Side normalSide,
            String currency,
            Money opening,
            List<Month> months,
            Money closing) {}

    /** One month, in the order of the calendar; every month that was asked for is there. */
    public record Month(String month, Money debit, Money credit, Money movement, Money closing) {}
}
