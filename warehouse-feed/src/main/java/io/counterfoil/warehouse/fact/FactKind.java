package io.counterfoil.warehouse.fact;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.NotFound;
import java.util.Arrays;
import java.util.function.Function;

/** The kinds of facts by the name they have in a path, and how a row of each is found and read. */
enum FactKind {
    BOOKINGS(
            "bookings",
            "booking_fact",
            "lpad(line_number::text, 6, '0')",
            "booked_on",
            "? in (order_number, order_id::text, contract_id::text)",
            FactJson.Booking::read),
    BILLINGS(
            "billings",
            "billing_fact",
            "component || lpad(line_number::text, 6, '0')",
            "issued_on",
            "? in (invoice_number, invoice_id::text, order_number, order_id::text)",
            FactJson.Billing::read),
    CASH(
            "cash",
            "cash_fact",
            "kind || document_id::text",
            "value_date",
            "? in (reference, payment_id::text, document_id::text, invoice_number, invoice_id::text)",
            FactJson.Cash::read),
    REVERSALS(
            "reversals",
            "reversal_fact",
            "event_id::text",
            "effective_on",
            "? in (document_number, document_id::text, invoice_id::text, payment_id::text)",
            FactJson.Reversal::read),
    REVENUE(
            "revenue",
            "revenue_fact",
            "event_id::text",
            "through_date",
            "? in (contract_id::text, invoice_id::text, entry_id::text)",
            FactJson.Revenue::read),
    JOURNAL(
            "journal",
            "journal_fact",
            "lpad(line_number::text, 6, '0')",
            "posted_on",
            "? in (entry_number, entry_id::text, document_number, document_id)",
            FactJson.Journal::read);

    private final String path;
    private final String table;
    private final String rowKey;
    private final String date;
    private final String documentTest;
    private final Function<Row, FactJson.Wire> reader;

    FactKind(
            String path,
            String table,
            String rowKey,
            String date,
            String documentTest,
            Function<Row, FactJson.Wire> reader) {
        this.path = path;
        this.table = table;
        this.rowKey = rowKey;
        this.date = date;
        this.documentTest = documentTest;
        this.reader = reader;
    }

    static FactKind ofPath(String path) {
        return Arrays.stream(values())
                .filter(kind -> kind.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("kind of facts", path));
    }

    FactJson.Wire read(Row row) {
        return reader.apply(row);
    }

    /** A page after a position and row key; each filter is skipped where its parameter is null. */
    String select() {
        return """
            select f.*, %s as row_key from %s f
            where (archive_position, %s) > (?, ?)
              and (?::text is null or legal_entity = ?)
              and (?::text is null or currency = ?)
              and (?::uuid is null or customer_id = ?)
              and (?::text is null or %s)
              and (?::date is null or %s >= ?)
              and (?::date is null or %s < ?)
            order by archive_position, %s limit ?
            """
                .formatted(rowKey, table, rowKey, documentTest, date, date, rowKey);
    }
}
