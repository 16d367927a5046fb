package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The credit memos, as refunds pay what they owe. */
@Dependent
class CreditMemos {

    private final MemoRows rows;

    @Inject
    CreditMemos(MemoRows rows) {
        this.rows = rows;
    }

    /** Locks a memo until the transaction ends. */
    public Optional<CreditMemo> lock(UUID creditMemoId) {
        return rows.byId(creditMemoId, true);
    }

    /** A refund paid a part, or (below zero) did not after all. */
    public void refunded(CreditMemo memo, Money part) {
        rows.move(memo.refund(part));
    }
}
