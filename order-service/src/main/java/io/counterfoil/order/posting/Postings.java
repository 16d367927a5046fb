package io.counterfoil.order.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Waits for documents to be posted. Who begins to wait and who hears of a posting lock the document, so that neither misses the other. */
@Dependent
public class Postings {

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended(d::text, 0)) from unnest(cast(? as uuid[])) d order by d";

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Postings(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** True when the document is posted already; else the process is told when it is. */
    public boolean await(UUID documentId, ProcessKind process, UUID journeyId) {
        lock(List.of(documentId));
        boolean posted = database.query(
                        """
                        select 1 from process_invoice where invoice_id = ? and posted
                        union all select 1 from posted_document where document_id = ?
                        """,
                        documentId,
                        documentId)
                .one(row -> true)
                .orElse(false);
        if (!posted && refusal(documentId).isEmpty()) {
            database.update(
                    "insert into awaited_posting (document_id, process, journey_id) values (?, ?, ?) on conflict do nothing",
                    documentId,
                    process,
                    journeyId);
        }
        return posted;
    }

    /** Why a document will never be posted, for who has asked whether it is; empty where nobody refused it. */
    public Optional<String> refusal(UUID documentId) {
        return database.query("select reason from refused_document where document_id = ?", documentId)
                .one(row -> row.text("reason"));
    }

    /** Who waited for a document that will never be posted; nobody waits for it any more. */
    List<DocumentRefused> refused(UUID documentId, String reason) {
        lock(List.of(documentId));
        database.update(
                "insert into refused_document (document_id, reason, refused_at) values (?, ?, ?) on conflict do nothing",
                documentId,
                reason,
                clock.now());
        return database.query("delete from awaited_posting where document_id = ? returning *", documentId)
                .list(row -> new DocumentRefused(
                        ProcessKind.valueOf(row.text("process")), row.uuid("journey_id"), documentId, reason));
    }

    /** Who waited for these; nobody waits any more. */
    List<DocumentPosted> posted(Collection<UUID> documents) {
        lock(documents);
        return database.query("delete from awaited_posting where document_id = any(?) returning *", documents)
                .list(row -> new DocumentPosted(
                        ProcessKind.valueOf(row.text("process")), row.uuid("journey_id"), row.uuid("document_id")));
    }

    /** Of invoices the order's process keeps that they are posted; of what else this is the only trace. */
    void keep(UUID documentId, String purpose) {
        database.update(
                "insert into posted_document (document_id, purpose, posted_at) values (?, ?, ?) on conflict do nothing",
                documentId,
                purpose,
                clock.now());
    }

    private void lock(Collection<UUID> documents) {
        database.query(LOCK, documents).list(row -> true);
    }
}
