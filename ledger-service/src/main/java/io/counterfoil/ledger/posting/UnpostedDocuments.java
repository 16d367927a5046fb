package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Documents of billing that nobody will post, and their lines: what takes only such back is passed over. */
@Dependent
class UnpostedDocuments {

    private final Database database;

    @Inject
    UnpostedDocuments(Database database) {
        this.database = database;
    }

    /** @param ids the document and its lines */
    void add(Envelope event, UUID documentId, Set<UUID> ids, String reason) {
        database.batch(
                """
                insert into unposted_document (id, document_id, partition_key, event_id, reason, recorded_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                ids.stream()
                        .map(id ->
                                new Object[] {id, documentId, event.partitionKey(), event.id(), reason, SystemTime.now()
                                })
                        .toList());
    }

    /** Why they will not be posted, by document and by line. */
    Map<UUID, String> ofCustomers(Set<String> partitionKeys) {
        Map<UUID, String> found = new HashMap<>();
        database.query("select id, reason from unposted_document where partition_key = any(?)", partitionKeys)
                .list(row -> found.put(row.uuid("id"), row.text("reason")));
        return found;
    }
}
