package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reference data as their events tell it: legal entities, accounts, rules, rates, policies. */
final class ReferenceActs {

    private final Database database;

    ReferenceActs(Database database) {
        this.database = database;
    }

    void entity(JsonNode data, Instant at) {
        ZoneId zone = ZoneId.of(data.path("timeZone").asText());
        database.update(
                """
                insert into legal_entity (id, name, country, functional_currency, time_zone, since, version) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, country = excluded.country, time_zone = excluded.time_zone,
                                               version = excluded.version
                """,
                text(data, "legalEntityId"),
                text(data, "name"),
                text(data, "country"),
                text(data, "functionalCurrency"),
                zone.getId(),
                LocalDate.ofInstant(at, zone),
                data.path("version").asLong());
    }

    void account(JsonNode data) {
        String entity = text(data, "legalEntityId");
        database.update(
                """
                insert into account (id, legal_entity_id, code, name, type, normal_side, control_kind, valid_from, valid_to, version)
                values (?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?)
                on conflict (id) do update set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                                               version = excluded.version
                """,
                entity + "/" + text(data, "code"),
                entity,
                text(data, "code"),
                text(data, "name"),
                text(data, "accountType"),
                text(data, "normalSide"),
                text(data, "controlKind"),
                text(data, "validFrom"),
                text(data, "validTo"),
                data.path("version").asLong());
    }

    void rule(JsonNode data, Instant at) {
        String id = text(data, "ruleId");
        long version = data.path("version").asLong();
        String entity = text(data, "legalEntityId");
        database.update(
                "insert into posting_rule (id, version, legal_entity_id, purpose, valid_from, valid_to, activated_at, activated_by) "
                        + "values (?, ?, ?, ?, ?::date, ?::date, ?, ?)",
                id,
                version,
                entity,
                text(data, "purpose"),
                text(data, "validFrom"),
                text(data, "validTo"),
                at,
                text(data, "givenBy"));
        List<Object[]> lines = new ArrayList<>();
        for (JsonNode line : data.path("lines")) {
            lines.add(new Object[] {
                id,
                version,
                lines.size() + 1,
                text(line, "item"),
                text(line, "productId"),
                text(line, "revenueTreatment"),
                text(line, "taxCategoryCode"),
                text(line, "paymentChannel"),
                text(line, "documentType"),
                text(line, "lineType"),
                text(line, "reason"),
                line.path("dimensions").isObject() ? line.path("dimensions").toString() : "{}",
                entity + "/" + text(line, "debitAccount"),
                entity + "/" + text(line, "creditAccount")
            });
        }
        database.batch(
                """
                insert into posting_rule_line (rule_id, rule_version, line_number, item, product_id, revenue_treatment, tax_category_code,
                                               payment_channel, document_type, line_type, reason, dimensions, debit_account, credit_account)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                lines);
        database.update(
                "insert into posting_rule_decision (rule_id, rule_version, approved, decided_by, decided_at) values (?, ?, true, ?, ?)",
                id,
                version,
                text(data, "decidedBy"),
                at);
    }

    void rate(JsonNode data, Instant at) {
        database.update(
                """
                insert into exchange_rate (id, source, rate_type, base_currency, quote_currency, valid_from, valid_to, value, raw_answer, state,
                                           proposed_by, proposed_at, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?::date, ?::date, ?::numeric, ?, 'APPROVED', ?, ?, ?, ?)
                """,
                UUID.fromString(text(data, "rateId")),
                text(data, "source"),
                text(data, "rateType"),
                text(data, "baseCurrency"),
                text(data, "quoteCurrency"),
                text(data, "validFrom"),
                text(data, "validTo"),
                text(data, "rate"),
                text(data, "rawAnswer"),
                text(data, "proposedBy"),
                at,
                text(data, "decidedBy"),
                at);
    }

    void policy(JsonNode data, Instant at) {
        database.update(
                "insert into accounting_policy (legal_entity_id, name, version, value, valid_from, decided_at, decided_by)"
                        + " values (?, ?, ?, ?, ?::date, ?, ?)",
                text(data, "legalEntityId"),
                text(data, "name"),
                data.path("version").asLong(),
                text(data, "value"),
                text(data, "validFrom"),
                at,
                text(data, "decidedBy"));
    }

    void dimension(JsonNode data, Instant at) {
        database.update(
                "insert into dimension_version (legal_entity_id, name, version, unknown_values, allowed, published_by, published_at)"
                        + " values (?, ?, ?, ?, ?::jsonb, ?, ?)",
                text(data, "legalEntityId"),
                text(data, "name"),
                data.path("version").asLong(),
                text(data, "unknownValues"),
                data.path("values").toString(),
                text(data, "publishedBy"),
                at);
    }

    static String text(JsonNode data, String field) {
        return data.hasNonNull(field) ? data.path(field).asText() : null;
    }
}
