package io.counterfoil.ledger.reconciliation;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Document;
import io.counterfoil.ledger.reconciliation.ReconciliationJson.Total;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents added up by bucket, with a digest by which two sides see at once whether they have the same. */
final class Totals {

    private Totals() {}

    private record Bucket(ReconciliationSide side, String legalEntityId, String currency, DocumentKind kind) {}

    /** @param documents in the order of their keys within each bucket */
    static List<Total> of(List<Document> documents) {
        Map<Bucket, List<Document>> buckets = new LinkedHashMap<>();
        for (Document document : documents) {
            Bucket bucket = new Bucket(document.side(), document.legalEntityId(), document.currency(), document.kind());
            buckets.computeIfAbsent(bucket, key -> new ArrayList<>()).add(document);
        }
        return buckets.entrySet().stream()
                .map(each -> total(each.getKey(), each.getValue()))
                .toList();
    }

    private static Total total(Bucket bucket, List<Document> documents) {
        MessageDigest digest = sha256();
        Money sum = Money.zero(bucket.currency());
        for (Document document : documents) {
            String line = document.key() + "|" + document.amount().amount() + "|" + document.currency() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            sum = sum.plus(document.amount());
        }
        return new Total(
                bucket.side(),
                bucket.legalEntityId(),
                bucket.currency(),
                bucket.kind(),
                documents.size(),
                sum,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
