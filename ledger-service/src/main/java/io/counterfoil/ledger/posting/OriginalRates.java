package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import io.counterfoil.ledger.rate.Rate;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rates at which invoices were booked. */
@Dependent
class OriginalRates {

    private final Database database;

    @Inject
    OriginalRates(Database database) {
        this.database = database;
    }

    /** Those in the currency of the books have none. */
    Map<UUID, Rate> of(Set<UUID> invoiceIds) {
        Map<UUID, Rate> found = new HashMap<>();
        if (!invoiceIds.isEmpty()) {
            database.query(
                            """
                            select document_id, currency, functional_currency, rate, rate_source, rate_date
                            from journal_entry where document_id = any(?) and purpose = 'INVOICE' and rate is not null
                            """,
                            invoiceIds)
                    .list(row -> found.put(
                            row.uuid("document_id"),
                            new Rate(
                                    row.text("currency"),
                                    row.text("functional_currency"),
                                    row.decimal("rate"),
                                    row.text("rate_source"),
                                    row.date("rate_date"))));
        }
        return found;
    }
}
