package io.counterfoil.ledger.account;

/** What an account collects, and so the side on which it grows. */
public enum AccountType {
    ASSET(Side.DEBIT),
    LIABILITY(Side.CREDIT),
    EQUITY(Side.CREDIT),
    REVENUE(Side.CREDIT),
    CONTRA_REVENUE(Side.DEBIT),
    EXPENSE(Side.DEBIT);

    private final Side normalSide;

    AccountType(Side normalSide) {
        this.normalSide = normalSide;
    }

    Side normalSide() {
        return normalSide;
    }
}
