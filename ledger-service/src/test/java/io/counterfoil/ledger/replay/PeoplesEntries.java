package io.counterfoil.ledger.replay;

import static io.counterfoil.ledger.replay.ReferenceActs.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.revaluation.RevaluationJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What people had posted: approved once more, and posted when its turn comes. */
final class PeoplesEntries {

    private static final String LEDGER = "io.counterfoil.ledger.";

    private final LedgerUnderTest ledger;

    PeoplesEntries(LedgerUnderTest ledger) {
        this.ledger = ledger;
    }

    void approve(JsonNode data, Instant at) {
        JsonNode amount = data.path("amount");
        ledger.database()
                .update(
                        """
                        insert into manual_entry (id, kind, legal_entity_id, counterparty_id, currency, effective_date, description, lines,
                                                  amount_minor, concerns, state, made_by, made_at, decided_by, version)
                        values (?, ?, ?, ?, ?, ?::date, ?, ?::jsonb, ?, ?::uuid, 'APPROVED', ?, ?, ?, 1)
                        """,
                        UUID.fromString(text(data, "manualEntryId")),
                        text(data, "kind"),
                        text(data, "legalEntityId"),
                        text(data, "counterpartyId"),
                        text(data, "currency"),
                        text(data, "effectiveDate"),
                        text(data, "description"),
                        data.path("lines").isArray() ? data.path("lines").toString() : "[]",
                        amount.isObject()
                                ? (Long) Money.of(text(amount, "amount"), text(amount, "currency"))
                                        .minor()
                                : null,
                        text(data, "concerns"),
                        text(data, "madeBy"),
                        at,
                        text(data, "approvedBy"));
    }

    static boolean isPosting(JsonNode posted) {
        return "manual-entry".equals(text(posted, "sourceType"));
    }

    /** One that concerns two entities is told twice and posted once. */
    void post(JsonNode posted) {
        UUID id = UUID.fromString(text(posted, "sourceEventId"));
        boolean waits = ledger.database()
                .query("select 1 as one from manual_entry where id = ? and state = 'APPROVED'", id)
                .one(row -> true)
                .orElse(false);
        if (waits) {
            OwnActs.use(ledger, LEDGER + "manual.PostEntry", new Class<?>[] {UUID.class}, id);
        }
    }

    void revalue(JsonNode data) {
        OwnActs.use(
                ledger,
                LEDGER + "revaluation.RevalueBalances",
                new Class<?>[] {RevaluationJson.Request.class, String.class},
                new RevaluationJson.Request(text(data, "legalEntityId"), LocalDate.parse(text(data, "date"))),
                text(data, "decidedBy"));
    }
}
