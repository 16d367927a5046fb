package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import java.util.List;

/** A side that can be asked for its totals, and for the documents of one bucket, up to a position of billing's history. */
interface Books {

    Side side();

    List<Total> totals(long position);

    List<Document> documents(long position, Bucket bucket);
}
