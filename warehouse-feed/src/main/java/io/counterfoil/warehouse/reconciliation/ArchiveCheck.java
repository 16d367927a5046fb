package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The facts against the archive: every fact that its event calls for, and no other. Seen at one moment, set by set. */
@ApplicationScoped
class ArchiveCheck {

    static final long SET = 5_000;

    private static final String COMPARE =
            """
            with joined as (
                select coalesce(a.kind, f.kind) as kind, coalesce(a.archive_position, f.archive_position) as archive_position,
                       coalesce(a.document_id, f.document_id) as id, coalesce(a.document_number, f.document_number) as number,
                       coalesce(a.legal_entity, f.legal_entity) as legal_entity, coalesce(a.currency, f.currency) as currency,
                       a.amount_minor as archived, f.amount_minor as loaded,
                       a.digest is distinct from f.digest or a.facts is distinct from f.facts as differs
                from (select * from archive_summary where archive_position > ? and archive_position <= ?) a
                full join (select * from fact_summary where archive_position > ? and archive_position <= ?) f
                  on f.kind = a.kind and f.event_id = a.event_id and f.document_id = a.document_id
            )
            select c.documents, d.* from (select count(*) as documents from joined) c
            left join (select * from joined where differs) d on true
            """;

    @Inject
    Database database;

    Result check(List<Part> parts) {
        List<Finding> findings = new ArrayList<>();
        long documents = 0;
        for (Part part : parts) {
            for (long after = part.after(); after < part.upTo(); after += SET) {
                documents += checkSet(after, Math.min(after + SET, part.upTo()), findings);
            }
        }
        return new Result(parts, documents, findings);
    }

    private long checkSet(long after, long upTo, List<Finding> findings) {
        return database.query(COMPARE, after, upTo, after, upTo)
                .list(row -> {
                    if (row.text("kind") != null) {
                        findings.add(new Finding(
                                Pair.ARCHIVE_WAREHOUSE,
                                new Bucket(row.text("kind"), row.text("legal_entity"), row.text("currency")),
                                row.text("id"),
                                row.text("number"),
                                row.longOrNull("archived"),
                                row.longOrNull("loaded"),
                                row.longOrNull("archive_position")));
                    }
                    return row.longValue("documents");
                })
                .get(0);
    }

    /** Archive positions after the one, up to the other. */
    record Part(long after, long upTo) {
        boolean contains(long position) {
            return position > after && position <= upTo;
        }
    }

    /** What was looked at, how much that was, and what was found. */
    record Result(List<Part> parts, long documents, List<Finding> findings) {
        boolean lookedAt(Long archivePosition) {
            return archivePosition != null && parts.stream().anyMatch(part -> part.contains(archivePosition));
        }
    }
}
