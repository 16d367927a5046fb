package io.counterfoil.suite.bench;

/** What the life of contracts consists of, and how order-service counts those that came to their end. */
public enum MixedAct {
    NEW_ORDER("new orders", "select count(*) from quote_to_cash where state = 'COMPLETED'"),
    AMENDMENT("amendments", "select count(*) from amendment where state = 'COMPLETED'"),
    RENEWAL("renewals", "select count(*) from renewal where state = 'RENEWED'"),
    RETURN("returns", "select count(*) from order_reversal where state = 'COMPLETED'");

    private final String plural;
    private final String done;

    MixedAct(String plural, String done) {
        this.plural = plural;
        this.done = done;
    }

    String plural() {
        return plural;
    }

    String done() {
        return done;
    }
}
