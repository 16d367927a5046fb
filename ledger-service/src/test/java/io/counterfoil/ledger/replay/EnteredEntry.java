package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/** An entry that people made, as it was told; it keeps the posting date that it had. */
final class EnteredEntry {

    private final Database database;

    EnteredEntry(Database database) {
        this.database = database;
    }

    /** Entries by rule are made again from what caused them; those without a rule, and mirrors, are not. */
    static boolean is(JsonNode entry) {
        return !entry.hasNonNull("ruleId") || entry.hasNonNull("reverses");
    }

    void post(JsonNode entry) {
        String entity = entry.path("legalEntityId").asText();
        open(entity, entry.path("postingDate").asText());
        UUID id = UUID.fromString(entry.path("entryId").asText());
        database.update(
                """
                insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date,
                    posting_date, late, recorded_at, source_event_id, source_type, document_type, document_id, document_number, customer_id,
                    contract_id, order_id, correlation_id, made_by)
                values (?, ?, ?, ?, ?, ?, ?::date, ?::date, ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, 'replay', 'replay')
                """,
                id,
                "R-" + entry.path("entryNumber").asText(),
                entity,
                entry.path("currency").asText(),
                entry.path("functionalCurrency").asText(),
                entry.path("purpose").asText(),
                entry.path("effectiveDate").asText(),
                entry.path("postingDate").asText(),
                entry.path("late").asBoolean(),
                UUID.fromString(entry.path("sourceEventId").asText()),
                entry.path("sourceType").asText(),
                entry.path("documentType").asText(),
                UUID.fromString(entry.path("documentId").asText()),
                entry.path("documentNumber").asText(),
                uuid(entry, "customerId"),
                uuid(entry, "contractId"),
                uuid(entry, "orderId"));
        entry.path("postings").forEach(posting -> posting(entity, id, posting));
    }

    private void posting(String entity, UUID entryId, JsonNode posting) {
        database.update(
                """
                insert into posting (entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item, dimensions)
                values (?, ?, ?, ?, ?, ?, ?, 'LINE', ?::jsonb)
                """,
                entryId,
                posting.path("lineNumber").asInt(),
                entity + "/" + posting.path("account").asText(),
                posting.path("side").asText(),
                posting.path("amount").path("currency").asText(),
                minor(posting.path("amount")),
                minor(posting.path("functionalAmount")),
                posting.path("dimensions").isObject()
                        ? posting.path("dimensions").toString()
                        : "{}");
    }

    private void open(String entity, String date) {
        database.update(
                """
                insert into accounting_period (id, legal_entity_id, start_date, end_date, state, version)
                select ? || '/' || to_char(m, 'YYYY-MM'), ?, m, (m + interval '1 month')::date, 'OPEN', 1
                from (select date_trunc('month', ?::date)::date as m) month on conflict do nothing
                """,
                entity,
                entity,
                date);
    }

    private static long minor(JsonNode money) {
        return Money.of(money.path("amount").asText(), money.path("currency").asText())
                .minor();
    }

    private static UUID uuid(JsonNode node, String field) {
        return node.hasNonNull(field) ? UUID.fromString(node.path(field).asText()) : null;
    }
}
