package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;

/**
 * What a side counts in a bucket.
 *
 * @param digest SHA-256 over the sorted lines {@code key|amount|currency}
 */
record Total(Side side, Bucket bucket, long documents, long minor, String digest) {

    boolean agreesWith(Total other) {
        return other != null && documents == other.documents && minor == other.minor && digest.equals(other.digest);
    }
}
