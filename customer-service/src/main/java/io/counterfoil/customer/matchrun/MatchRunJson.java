package io.counterfoil.customer.matchrun;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What goes over the wire about bulk matching. */
final class MatchRunJson {

    private static final int MOST = 2000;

    private MatchRunJson() {}

    /** What the run is for. */
    public record Wanted(String name) {

        void check() {
            if (name == null || name.isBlank() || name.length() > 200) {
                throw new Invalid("/name", "is needed, with at most 200 characters");
            }
        }
    }

    /** Some accounts of another system; each says what an upsert by reference would say. */
    public record Accounts(String system, List<OneAccount> accounts) {

        void check() {
            if (accounts == null || accounts.isEmpty() || accounts.size() > MOST) {
                throw new Invalid("/accounts", "must be 1 to " + MOST);
            }
        }
    }

    /** One account by its id there. */
    public record OneAccount(String id, JsonNode says) {}

    /** The report: how many accounts came to which end. */
    public record Report(
            UUID runId, String name, Instant startedAt, String startedBy, long accounts, Map<String, Long> outcomes) {}

    /** One account's end. */
    public record Result(
            String system, String id, String outcome, UUID customerId, @JsonRawValue String candidates, long seq) {

        static Result read(Row row) {
            return new Result(
                    row.text("system"),
                    row.text("external_id"),
                    row.text("outcome"),
                    row.uuid("customer_id"),
                    row.text("candidates"),
                    row.longValue("seq"));
        }
    }
}
