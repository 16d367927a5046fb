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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What the ledger's own people did, done once more when its turn comes. */
final class OwnActs {

    private static final String LEDGER = "io.counterfoil.ledger.";

    private final LedgerUnderTest ledger;
    private final Map<String, BiConsumer<JsonNode, Instant>> acts;

    OwnActs(LedgerUnderTest ledger) {
        this.ledger = ledger;
        ReferenceActs reference = new ReferenceActs(ledger.database());
        PeoplesEntries entries = new PeoplesEntries(ledger);
        this.acts = Map.ofEntries(
                Map.entry(LEDGER + "legal-entity.published.v1", reference::entity),
                Map.entry(LEDGER + "account.published.v1", (data, at) -> reference.account(data)),
                Map.entry(LEDGER + "posting-rule.activated.v1", reference::rule),
                Map.entry(LEDGER + "rate.published.v1", reference::rate),
                Map.entry(LEDGER + "accounting-policy.chosen.v1", reference::policy),
                Map.entry(LEDGER + "dimension.published.v1", reference::dimension),
                Map.entry(LEDGER + "manual-entry.approved.v1", entries::approve),
                Map.entry(LEDGER + "journal.posted.v1", (data, at) -> entries.post(data)),
                Map.entry(LEDGER + "balances.revalued.v1", (data, at) -> entries.revalue(data)),
                Map.entry(LEDGER + "period.closed.v1", (data, at) -> close(data)),
                Map.entry(LEDGER + "period.reopened.v1", (data, at) -> reopen(data)),
                Map.entry(LEDGER + "revenue-policy.decided.v1", (data, at) -> decide(data)),
                Map.entry(LEDGER + "obligation.acted.v1", (data, at) -> act(data)));
    }

    /** That an entry by people was posted is input; all other entries are made again from what caused them. */
    boolean concerns(Envelope event) throws IOException {
        return acts.containsKey(event.type())
                && (!event.type().equals(LEDGER + "journal.posted.v1")
                        || PeoplesEntries.isPosting(Json.lenient().readTree(event.data())));
    }

    void repeat(String type, JsonNode data, Instant at) {
        ledger.postgres().transactions().fresh(() -> acts.get(type).accept(data, at));
    }

    private void close(JsonNode data) {
        ledger.database()
                .update(
                        """
                        insert into accounting_period (id, legal_entity_id, sub_ledger, start_date, end_date, state, closed_at, closed_by, version)
                        select ?, ?, ?, m, (m + interval '1 month')::date, 'CLOSED', now(), ?, 1 from (select (? || '-01')::date as m) month
                        on conflict (id) do update set state = 'CLOSED', closed_at = now(), closed_by = excluded.closed_by
                        """,
                        period(data),
                        data.path("legalEntityId").asText(),
                        data.path("subLedger").asText("GENERAL"),
                        data.path("closedBy").asText(),
                        data.path("month").asText());
    }

    private void reopen(JsonNode data) {
        ledger.database()
                .update(
                        "update accounting_period set state = 'REOPENED', closed_at = null, closed_by = null where id = ?",
                        period(data));
    }

    private static String period(JsonNode data) {
        String general =
                data.path("legalEntityId").asText() + "/" + data.path("month").asText();
        return data.hasNonNull("subLedger")
                ? general + "/" + data.path("subLedger").asText()
                : general;
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
        use(
                ledger,
                LEDGER + "obligation.ActOnObligation",
                new Class<?>[] {UUID.class, String.class, RevenueContractJson.Act.class, String.class},
                UUID.fromString(data.path("contractId").asText()),
                data.path("performanceObligationId").asText(),
                act,
                data.path("decidedBy").asText());
    }

    /** Moves an entry by people on. */
    static void move(LedgerUnderTest ledger, UUID id, String move, String by) {
        try {
            Class<?> moves = Class.forName(LEDGER + "manual.DecideEntry$Move");
            Object to = Arrays.stream(moves.getEnumConstants())
                    .filter(each -> each.toString().equals(move))
                    .findFirst()
                    .orElseThrow();
            Class<?>[] parameters = {UUID.class, moves, String.class, String.class};
            ledger.postgres()
                    .transactions()
                    .fresh(() -> use(ledger, LEDGER + "manual.DecideEntry", parameters, id, to, by, null));
        } catch (ClassNotFoundException moved) {
            throw new IllegalStateException(moved);
        }
    }

    /** Calls a use case as its door would. */
    static Object use(LedgerUnderTest ledger, String name, Class<?>[] parameters, Object... arguments) {
        try {
            Object use = ledger.get(Class.forName(name));
            Method handle = use.getClass().getDeclaredMethod("handle", parameters);
            handle.setAccessible(true);
            return handle.invoke(use, arguments);
        } catch (InvocationTargetException refused) {
            throw (RuntimeException) refused.getTargetException();
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }
}
