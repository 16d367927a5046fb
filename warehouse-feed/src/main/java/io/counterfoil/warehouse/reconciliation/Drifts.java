package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Drift items: opened when first seen, resolved when no longer seen, never deleted. */
@ApplicationScoped
class Drifts {

    @Inject
    Database database;

    /** The open ones by what makes them the same. */
    Map<Finding.Key, Open> open() {
        Map<Finding.Key, Open> open = new LinkedHashMap<>();
        database.query("select * from drift where resolved_at is null order by drift_id")
                .list(row -> open.put(Open.read(row).key(), Open.read(row)));
        return open;
    }

    /** The archive positions behind the open items that the archive itself tells of. */
    List<Long> openArchivePositions() {
        return database.query(
                        "select distinct archive_position from drift where resolved_at is null and archive_position is not null order by 1")
                .list(row -> row.longValue("archive_position"));
    }

    DriftDetected detect(Observed seen, Finding finding, Instant now) {
        UUID id = EventIds.next();
        Bucket bucket = finding.bucket();
        database.update(
                """
                insert into drift (drift_id, pair, kind, document_id, document_number, legal_entity, currency, left_minor,
                                   right_minor, position, archive_position, detected_by, detected_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                finding.pair(),
                bucket.kind(),
                finding.documentId(),
                finding.documentNumber(),
                bucket.legalEntity(),
                bucket.currency(),
                finding.left(),
                finding.right(),
                seen.positions().common(),
                finding.archivePosition(),
                seen.runId(),
                now);
        return new DriftDetected(
                id,
                seen.runId(),
                finding.pair(),
                bucket.kind(),
                finding.documentId(),
                finding.documentNumber(),
                bucket.legalEntity(),
                bucket.currency(),
                DriftSide.of(finding.pair().left(), finding.left(), bucket.currency()),
                DriftSide.of(finding.pair().right(), finding.right(), bucket.currency()),
                Money.ofMinor(finding.difference(), bucket.currency()),
                seen.positions().common(),
                now);
    }

    /** Still there; its amounts may have moved. */
    void refresh(Open drift, Finding finding) {
        database.update(
                "update drift set left_minor = ?, right_minor = ? where drift_id = ?",
                finding.left(),
                finding.right(),
                drift.id());
    }

    DriftResolved resolve(Observed seen, Open drift, Instant now) {
        database.update(
                "update drift set resolved_by = ?, resolved_at = ? where drift_id = ?", seen.runId(), now, drift.id());
        Bucket bucket = drift.key().bucket();
        return new DriftResolved(
                drift.id(),
                seen.runId(),
                drift.key().pair(),
                bucket.kind(),
                drift.key().documentId(),
                drift.number(),
                bucket.legalEntity(),
                bucket.currency(),
                seen.positions().common(),
                drift.detectedAt(),
                now);
    }

    /** The items that were open after a run. */
    List<ReconciliationJson.Drift> openAfter(Instant completedAt) {
        return database.query(
                        """
                        select * from drift where detected_at <= ? and (resolved_at is null or resolved_at > ?) order by drift_id
                        """,
                        completedAt,
                        completedAt)
                .list(ReconciliationJson.Drift::read);
    }

    /** All items that match, oldest first; null means any. */
    Page<ReconciliationJson.Drift> page(Boolean open, Pair pair, String document, String cursor, int size) {
        String after = Cursor.key(cursor);
        List<ReconciliationJson.Drift> found = database.query(
                        """
                        select * from drift
                        where (?::text is null or drift_id::text > ?)
                          and (?::boolean is null or (resolved_at is null) = ?)
                          and (?::text is null or pair = ?)
                          and (?::text is null or ? in (document_id, document_number))
                        order by drift_id::text limit ?
                        """,
                        after,
                        after,
                        open,
                        open,
                        pair,
                        pair,
                        document,
                        document,
                        size + 1)
                .list(ReconciliationJson.Drift::read);
        return Page.of(found, size, drift -> Cursor.of(drift.driftId()));
    }

    /** An item that is not resolved. */
    record Open(UUID id, Finding.Key key, String number, Long archivePosition, Instant detectedAt) {
        static Open read(Row row) {
            return new Open(
                    row.uuid("drift_id"),
                    new Finding.Key(
                            Pair.valueOf(row.text("pair")),
                            new Bucket(row.text("kind"), row.text("legal_entity"), row.text("currency")),
                            row.text("document_id")),
                    row.text("document_number"),
                    row.longOrNull("archive_position"),
                    row.instant("detected_at"));
        }
    }
}
