package io.counterfoil.warehouse.reconciliation;

import java.util.List;

/** A side that can be asked for its totals, and for the documents of one bucket, up to a position of billing's history. */
interface Books {

    Side side();

    List<Total> totals(long position);

    List<Document> documents(long position, Bucket bucket);
}
