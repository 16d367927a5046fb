package io.counterfoil.warehouse.reconciliation;

/**
 * A document about which two sides disagree.
 *
 * @param left minor units; null where that side does not know the document
 * @param right likewise
 * @param archivePosition of the event behind it, where the archive is one of the sides; else null
 */
record Finding(
        Pair pair,
        Bucket bucket,
        String documentId,
        String documentNumber,
        Long left,
        Long right,
        Long archivePosition) {

    /** What makes it the same item when it is seen again. */
    Key key() {
        return new Key(pair, bucket, documentId);
    }

    long difference() {
        return (left == null ? 0 : left) - (right == null ? 0 : right);
    }

    record Key(Pair pair, Bucket bucket, String documentId) {}
}
