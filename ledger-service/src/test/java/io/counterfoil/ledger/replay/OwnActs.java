package io.counterfoil.ledger.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Json;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.obligation.ObligationAct;
import io.counterfoil.ledger.obligation.RevenueContractJson;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What the ledger's own people did, done once more when its turn comes. */
final class OwnActs {

    private static final String LEDGER = "io.counterfoil.ledger.";

    private final LedgerUnderTest ledger;
    private final Map<String, Consumer<JsonNode>> acts = Map.of(
            LEDGER + "period.closed.v1", this::close,
            LEDGER + "period.reopened.v1", this::reopen,
            LEDGER + "revenue-policy.decided.v1", this::decide,
            LEDGER + "obligation.acted.v1", this::act,
            LEDGER + "journal.posted.v1", this::post);

    OwnActs(LedgerUnderTest ledger) {
        this.ledger = ledger;
    }

    /** Entries that people made are input; all others are made again from what caused them. */
    boolean concerns(Envelope event) throws IOException {
        return acts.containsKey(event.type())
                && (!event.type().equals(LEDGER + "journal.posted.v1")
                        || EnteredEntry.is(Json.lenient().readTree(event.data())));
    }

    void repeat(String type, JsonNode data) {
        ledger.postgres().transactions().fresh(() -> acts.get(type).accept(data));
    }

    private void close(JsonNode data) {
        ledger.database()
                .update(
                        """
                        insert into accounting_period (id, legal_entity_id, start_date, end_date, state, closed_at, closed_by, version)
                        select ? || '/' || ?, ?, m, (m + interval '1 month')::date, 'CLOSED', now(), ?, 1 from (select (? || '-01')::date as m) month
                        on conflict (id) do update set state = 'CLOSED', closed_at = now(), closed_by = excluded.closed_by
                        """,
                        data.path("legalEntityId").asText(),
                        data.path("month").asText(),
                        data.path("legalEntityId").asText(),
                        data.path("closedBy").asText(),
                        data.path("month").asText());
    }

    private void reopen(JsonNode data) {
        ledger.database()
                .update(
                        "update accounting_period set state = 'REOPENED', closed_at = null, closed_by = null where id = ?",
                        data.path("legalEntityId").asText() + "/"
                                + data.path("month").asText());
    }

    private void decide(JsonNode data) {
        ledger.database()
                .update(
                        """
                        insert into revenue_policy (id, legal_entity_id, product_id, method, remainder, decided_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, now())
                        """,
                        UUID.fromString(data.path("policyId").asText()),
                        data.path("legalEntityId").asText(),
                        data.path("productId").asText(null),
                        data.path("method").asText(),
                        data.path("remainder").asText(),
                        data.path("decidedBy").asText());
    }

    private void act(JsonNode data) {
        RevenueContractJson.Act act = new RevenueContractJson.Act(
                ObligationAct.Kind.valueOf(data.path("kind").asText()),
                LocalDate.parse(data.path("effectiveDate").asText()),
                data.hasNonNull("unitsDone") ? data.path("unitsDone").asLong() : null,
                data.hasNonNull("unitsAll") ? data.path("unitsAll").asLong() : null,
                data.hasNonNull("newEnd") ? LocalDate.parse(data.path("newEnd").asText()) : null,
                data.path("reason").asText());
        try {
            Object use = ledger.get(Class.forName(LEDGER + "obligation.ActOnObligation"));
            Method handle = use.getClass()
                    .getDeclaredMethod("handle", UUID.class, String.class, RevenueContractJson.Act.class, String.class);
            handle.setAccessible(true);
            handle.invoke(
                    use,
                    UUID.fromString(data.path("contractId").asText()),
                    data.path("performanceObligationId").asText(),
                    act,
                    data.path("decidedBy").asText());
        } catch (InvocationTargetException refused) {
            throw (RuntimeException) refused.getTargetException();
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }

    private void post(JsonNode data) {
        new EnteredEntry(ledger.database()).post(data);
    }
}
