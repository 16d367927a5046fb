package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two sides laid beside each other: buckets whose totals agree are left alone, the others are compared by document. */
final class Comparison {

    private final Pair pair;
    private final long position;
    private final long journalTaken;
    private final Books left;
    private final Books right;
    private final Set<String> unposted;

    /**
     * @param position of billing's history, up to which both sides have taken everything
     * @param journalTaken of the ledger's own history, up to which the warehouse has taken everything
     * @param unposted documents that the ledger said it will never post: that it has none is no drift
     */
    Comparison(Pair pair, long position, long journalTaken, Books left, Books right, Set<String> unposted) {
        this.pair = pair;
        this.position = position;
        this.journalTaken = journalTaken;
        this.left = left;
        this.right = right;
        this.unposted = unposted;
    }

    /** The documents about which the sides disagree. */
    List<Finding> findings(List<Total> leftTotals, List<Total> rightTotals) {
        Map<Bucket, Total> ofLeft = byBucket(leftTotals);
        Map<Bucket, Total> ofRight = byBucket(rightTotals);
        Map<Bucket, Total> all = new LinkedHashMap<>(ofRight);
        all.putAll(ofLeft);
        List<Finding> findings = new ArrayList<>();
        for (Bucket bucket : all.keySet()) {
            Total one = ofLeft.get(bucket);
            if (one == null || !one.agreesWith(ofRight.get(bucket))) {
                findings.addAll(documents(bucket));
            }
        }
        return findings;
    }

    /** How many documents stand behind the totals. */
    long size(List<Total> totals) {
        return byBucket(totals).values().stream().mapToLong(Total::documents).sum();
    }

    private Map<Bucket, Total> byBucket(List<Total> totals) {
        Set<String> kinds = pair.kinds();
        return totals.stream()
                .filter(total -> kinds.contains(total.bucket().kind()))
                .collect(Collectors.toMap(Total::bucket, total -> total, (a, b) -> b, LinkedHashMap::new));
    }

    private List<Finding> documents(Bucket bucket) {
        Map<String, Document> ofRight = byId(right.documents(position, bucket));
        List<Finding> findings = new ArrayList<>();
        byId(left.documents(position, bucket)).forEach((id, document) -> {
            Document other = ofRight.remove(id);
            if (other == null ? !inFlight(document) && !isGivenUp(document) : other.minor() != document.minor()) {
                findings.add(finding(bucket, document, other));
            }
        });
        ofRight.values().forEach(document -> findings.add(finding(bucket, null, document)));
        return findings;
    }

    /** An entry of the ledger that it has not published yet, or whose event is still on its way here. */
    private boolean inFlight(Document entry) {
        return pair == Pair.LEDGER_WAREHOUSE && (entry.ownPosition() == null || entry.ownPosition() > journalTaken);
    }

    /** Two people gave it up in the ledger, or it takes back only such. */
    private boolean isGivenUp(Document document) {
        return pair == Pair.BILLING_RECEIVABLES && unposted.contains(document.id());
    }

    /** One entry for each document; what a side has twice counts twice. */
    private static Map<String, Document> byId(List<Document> documents) {
        Map<String, Document> byId = new HashMap<>();
        for (Document document : documents) {
            byId.merge(
                    document.id(),
                    document,
                    (a, b) -> new Document(a.id(), a.number(), a.minor() + b.minor(), b.ownPosition()));
        }
        return byId;
    }

    private Finding finding(Bucket bucket, Document ofLeft, Document ofRight) {
        Document known = ofLeft == null ? ofRight : ofLeft;
        return new Finding(
                pair,
                bucket,
                known.id(),
                known.name(),
                ofLeft == null ? null : ofLeft.minor(),
                ofRight == null ? null : ofRight.minor(),
                null);
    }
}
