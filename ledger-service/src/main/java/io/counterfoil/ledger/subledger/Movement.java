package io.counterfoil.ledger.subledger;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.ControlKind;
import java.util.UUID;

/** What a fact moves in one sub-ledger; the amount grows on the normal side of its control account. */
record Movement(ControlKind kind, UUID itemId, Money amount) {

    Movement turned() {
        return new Movement(kind, itemId, amount.negated());
    }
}
