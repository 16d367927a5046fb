package io.counterfoil.ledger.schedule;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For which amendment of a contract the lines were billed that schedules earn, as the journal knows it. */
@Dependent
class Amendments {

    private final Database database;

    @Inject
    Amendments(Database database) {
        this.database = database;
    }

    /** By invoice line; nothing for lines that were agreed from the beginning. */
    Map<UUID, UUID> of(List<RevenueSchedule> schedules) {
        Map<UUID, UUID> found = new HashMap<>();
        if (!schedules.isEmpty()) {
            database.query(
                            """
                            select p.item_id, (p.dimensions ->> 'amendmentId')::uuid as amendment
                              from journal_entry e join posting p on p.entry_id = e.id
                             where e.document_id = any(?) and e.document_type = 'INVOICE' and p.item_id is not null
                               and p.dimensions ->> 'amendmentId' is not null
                            """,
                            schedules.stream()
                                    .map(RevenueSchedule::invoiceId)
                                    .distinct()
                                    .toList())
                    .list(row -> found.put(row.uuid("item_id"), row.uuid("amendment")));
        }
        return found;
    }
}
