package io.counterfoil.warehouse.drift;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.event.EventIds;
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
public class Drifts {

    @Inject
    Database database;

    /** The open ones by what makes them the same. */
    public Map<Finding.Key, Open> open() {
        Map<Finding.Key, Open> open = new LinkedHashMap<>();
        database.query("select * from drift where resolved_at is null order by drift_id")
                .list(row -> open.put(Open.read(row).key(), Open.read(row)));
        return open;
    }

    /** The archive positions behind the open items that the archive itself tells of. */
    public List<Long> openArchivePositions() {
        return database.query(
                        "select distinct archive_position from drift where resolved_at is null and archive_position is not null order by 1")
                .list(row -> row.longValue("archive_position"));
    }

    /** Keeps it as seen by a run at a position of billing's history; the fact of it. */
    public DriftDetected detect(UUID runId, long position, Finding finding, Instant now) {
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
                position,
                finding.archivePosition(),
                runId,
                now);
        return new DriftDetected(
                id,
                runId,
                finding.pair(),
                bucket.kind(),
                finding.documentId(),
                finding.documentNumber(),
                bucket.legalEntity(),
                bucket.currency(),
                DriftSide.of(finding.pair().left(), finding.left(), bucket.currency()),
                DriftSide.of(finding.pair().right(), finding.right(), bucket.currency()),
                Money.ofMinor(finding.difference(), bucket.currency()),
                position,
                now);
    }

    /** Still there; its amounts may have moved. */
    public void refresh(Open drift, Finding finding) {
        database.update(
                "update drift set left_minor = ?, right_minor = ? where drift_id = ?",
                finding.left(),
                finding.right(),
                drift.id());
    }

    /** Ends it; the fact of it. */
    public DriftResolved resolve(UUID runId, long position, Open drift, Instant now) {
        database.update("update drift set resolved_by = ?, resolved_at = ? where drift_id = ?", runId, now, drift.id());
        Bucket bucket = drift.key().bucket();
        return new DriftResolved(
                drift.id(),
                runId,
                drift.key().pair(),
                bucket.kind(),
                drift.key().documentId(),
                drift.number(),
                bucket.legalEntity(),
                bucket.currency(),
                position,
                drift.detectedAt(),
                now);
    }

    /** The items that were open after a run. */
    public List<DriftJson> openAfter(Instant completedAt) {
        return database.query(
                        """
                        select * from drift where detected_at <= ? and (resolved_at is null or resolved_at > ?) order by drift_id
                        """,
                        completedAt,
                        completedAt)
                .list(DriftJson::read);
    }

    /** All items that match, oldest first; null means any. */
    public List<DriftJson> after(String after, int limit, Boolean open, Pair pair, String document) {
        return database.query(
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
                        limit)
                .list(DriftJson::read);
    }

    /** An item that is not resolved. */
    public record Open(UUID id, Finding.Key key, String number, Long archivePosition, Instant detectedAt) {
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
