package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A side whose documents are written down in the test: it counts and digests them as the contract says. */
record WrittenBooks(Side side, Bucket bucket, List<Document> written) implements Books {

    @Override
    public List<Total> totals(long position) {
        Map<String, Document> byName = new TreeMap<>();
        written.forEach(document -> byName.put(document.name(), document));
        StringBuilder lines = new StringBuilder();
        byName.forEach((name, document) -> lines.append(name)
                .append('|')
                .append(io.counterfoil.common.money.Money.ofMinor(document.minor(), bucket.currency())
                        .amount())
                .append('|')
                .append(bucket.currency())
                .append('\n'));
        long minor = written.stream().mapToLong(Document::minor).sum();
        return List.of(new Total(side, bucket, written.size(), minor, sha256(lines.toString())));
    }

    @Override
    public List<Document> documents(long position, Bucket wanted) {
        return wanted.equals(bucket) ? written : List.of();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
