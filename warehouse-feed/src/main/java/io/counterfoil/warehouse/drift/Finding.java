package io.counterfoil.warehouse.drift;

/**
 * A document about which two sides disagree.
 *
 * @param left minor units; null where that side does not know the document
 * @param right likewise
 * @param archivePosition of the event behind it, where the archive is one of the sides; else null
 */
public record Finding(
        Pair pair,
        Bucket bucket,
        String documentId,
        String documentNumber,
        Long left,
        Long right,
        Long archivePosition) {

    /** What makes it the same item when it is seen again. */
    public Key key() {
        return new Key(pair, bucket, documentId);
    }

    /** Minor units that are too much on the left. */
    public long difference() {
        return (left == null ? 0 : left) - (right == null ? 0 : right);
    }

    /** A document of a bucket between two sides. */
    public record Key(Pair pair, Bucket bucket, String documentId) {}
}
