package io.counterfoil.ledger.period;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.stream.Collectors;

/** A month is closed when nothing is in the way. */
public final class CloseBlocked extends Refusal {
    CloseBlocked(String period, Checklist checklist) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                "Accounting period " + period + " can't be closed: " + words(checklist),
                "See its checklist (GET …/checklist): each blocker names its document, its owner and what mends it.");
    }

    private static String words(Checklist checklist) {
        return checklist.checks().stream()
                .filter(check -> !check.passed())
                .map(check -> check.name() + " (" + check.blocking() + ")"
                        + check.blockers().stream()
                                .limit(3)
                                .map(blocker ->
                                        ", " + blocker.kind() + " " + blocker.number() + " of " + blocker.owner())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }
}
