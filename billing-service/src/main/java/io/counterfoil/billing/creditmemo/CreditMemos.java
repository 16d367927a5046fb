package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.creditmemo.CreditMemoJson.MemoRequest;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The credit memos, as others ask for them. */
@Dependent
public class CreditMemos {

    private final MemoRows rows;
    private final WriteCreditMemo write;

    @Inject
    CreditMemos(MemoRows rows, WriteCreditMemo write) {
        this.rows = rows;
        this.write = write;
    }

    /** Writes a memo for an amount of an invoice, as {@link WriteCreditMemo} does; returns its id. */
    public UUID write(UUID invoiceId, Money amount, String reasonCode, String reason) {
        return write.handle(new MemoRequest(invoiceId, amount, null, reasonCode, reason, null))
                .creditMemoId();
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
