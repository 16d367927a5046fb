package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import java.util.List;

/** One side of the ledger, seen at one moment: both sides come in one answer, so it is asked once. */
record LedgerBooks(Side side, LedgerClient client, SideAnswer.Totals answer) implements Books {

    @Override
    public List<Total> totals(long position) {
        return answer.of(side);
    }

    @Override
    public List<Document> documents(long position, Bucket bucket) {
        return client.documents(side, position, bucket);
    }
}
