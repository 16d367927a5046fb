package io.counterfoil.customer.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every version that a golden record had: what it said, since when it is so, when we knew it, who said it. */
@Dependent
class History {

    private static final String COLUMNS =
            "customer_id, version, changed_at, effective_from, changed_by, source, matched_by,"
                    + " reason, changed_attributes, golden_record";

    private final Database database;

    @Inject
    History(Database database) {
        this.database = database;
    }

    void append(Change change) {
        Object[] row = {
            change.after().customerId(),
            change.after().version(),
            change.at(),
            change.effectiveFrom(),
            Correlation.current().actor(),
            change.origin().source(),
            change.origin().matchedBy(),
            change.origin().reason(),
            new AsColumn(Json.write(change.changed())),
            new AsColumn(Json.write(change.after()))
        };
        Gathering.add(
                History.class, rows -> database.append("customer_version", COLUMNS, rows), List.<Object[]>of(row));
    }

    /**
     * The record as it was at one time, by what was known at another. Of each attribute that which was said last among all
     * that was known then and is so since before; empty where the customer was not known.
     */
    Optional<JsonNode> asOf(UUID customerId, Instant effective, Instant known) {
        List<Said> said = database.query(
                        """
                        select changed_attributes, golden_record from customer_version
                        where customer_id = ? and effective_from <= ? and changed_at <= ? order by version
                        """,
                        customerId,
                        effective,
                        known)
                .list(row -> new Said(tree(row.text("changed_attributes")), tree(row.text("golden_record"))));
        return said.isEmpty() ? Optional.empty() : Optional.of(folded(said));
    }

    private static ObjectNode folded(List<Said> said) {
        ObjectNode record = said.get(0).record().deepCopy();
        for (Said each : said) {
            record.set("version", each.record().get("version"));
            each.changed().forEach(name -> {
                JsonNode value = each.record().get(name.asText());
                if (value == null) {
                    record.remove(name.asText());
                } else {
                    record.set(name.asText(), value);
                }
            });
        }
        return record;
    }

    /** Of each attribute of the current record: who set it, when, from which source, by which version. */
    List<CustomerJson.Provenance> provenance(UUID customerId) {
        return database.query(
                        """
                        select distinct on (a.name) a.name, v.version, v.source, v.changed_by, v.changed_at, v.effective_from,
                               v.reason, v.golden_record -> a.name as value
                        from customer_version v, jsonb_array_elements_text(v.changed_attributes) as a(name)
                        where v.customer_id = ? order by a.name, v.version desc
                        """,
                        customerId)
                .list(row -> new CustomerJson.Provenance(
                        row.text("name"),
                        row.text("value"),
                        row.text("source"),
                        row.text("changed_by"),
                        row.instant("changed_at"),
                        row.instant("effective_from"),
                        row.longValue("version"),
                        row.text("reason")));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.lenient().readTree(json);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a version in the database is no JSON", corrupt);
        }
    }

    private record Said(JsonNode changed, JsonNode record) {}
}
