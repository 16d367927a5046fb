package io.counterfoil.ledger.period;

import io.counterfoil.common.money.Money;
import java.util.List;

/** What must be true before a month is closed, and what is in the way. */
public record Checklist(List<Check> checks, List<TieOut> tieOuts) {

    /** One check; at most some of its blockers are named, {@code blocking} counts all. */
    public record Check(String name, boolean passed, long blocking, List<Blocker> blockers) {}

    /** A business document that is in the way, and who can mend it how. */
    public record Blocker(String kind, String id, String number, String owner, String remedy) {}

    /** A control account and its sub-ledger, at the end of the month. */
    public record TieOut(String name, String currency, Money ledger, Money subLedger) {
        boolean ties() {
            return ledger.equals(subLedger);
        }
    }

    boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }
}
