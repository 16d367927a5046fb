package io.counterfoil.ledger.subledger;

import io.counterfoil.ledger.LedgerUnderTest;
import java.util.List;

/** For tests elsewhere: where control accounts and sub-ledgers disagree. */
public final class ControlCheck {

    private ControlCheck() {}

    public static List<String> differences(LedgerUnderTest ledger) {
        return ledger.get(Controls.class).check(null, null, null).items().stream()
                .filter(each -> !each.difference().isZero())
                .map(each -> each.controlKind() + ": ledger " + each.ledger() + ", sub-ledger " + each.subledger())
                .toList();
    }
}
