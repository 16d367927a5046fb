package io.counterfoil.warehouse.fact;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.warehouse.feed.Archive;
import io.counterfoil.warehouse.lineage.Lineage;
import jakarta.inject.Inject;
import java.util.List;

/** Makes facts anew from the archive: the repair of a fact that was lost or touched. */
@UseCase
class RebuildFacts {

    private static final long SET = 5_000;

    private final Database database;
    private final Archive archive;
    private final Lineage lineage;

    @Inject
    RebuildFacts(Database database, Archive archive, Lineage lineage) {
        this.database = database;
        this.archive = archive;
        this.lineage = lineage;
    }

    /** Of all events that speak of the document. */
    Rebuilt handle(String document) {
        List<Long> positions = lineage.positionsOf(document);
        if (positions.isEmpty()) {
            throw new NotFound("document", document);
        }
        long removed = 0;
        long written = 0;
        for (FactTable table : FactTable.values()) {
            removed += database.update(table.clearEvents(), positions);
            written += database.update(table.loadEvents(), positions);
        }
        return new Rebuilt(positions.size(), removed, written);
    }

    /** Of the whole archive, set by set; what arrives meanwhile is loaded by its arrival. */
    Rebuilt handle() {
        long head = archive.head();
        long removed = 0;
        long written = 0;
        for (long after = 0; after < head; after += SET) {
            long upTo = Math.min(after + SET, head);
            for (FactTable table : FactTable.values()) {
                removed += database.update(table.clear(), after, upTo);
                written += database.update(table.load(), after, upTo);
            }
        }
        return new Rebuilt(head, removed, written);
    }

    /**
     * @param events archived events that were looked at
     * @param removed facts that were there
     * @param written facts that are there now
     */
    record Rebuilt(long events, long removed, long written) {}
}
