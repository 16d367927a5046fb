package io.counterfoil.billing.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Details;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was recorded about subscriptions. */
@Dependent
class ChangeRows {

    private final Database database;

    @Inject
    ChangeRows(Database database) {
        this.database = database;
    }

    void add(UUID subscriptionId, RecordedChange recorded) {
        Change change = recorded.change();
        database.update(
                """
                insert into subscription_change (change_id, subscription_id, number, kind, effective_date, details,
                    recorded_at, recorded_by, invoice_id, applied_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                """,
                change.changeId(),
                subscriptionId,
                change.number(),
                change.kind(),
                change.effectiveDate(),
                Json.write(change.details()),
                recorded.recordedAt(),
                recorded.recordedBy(),
                recorded.invoiceId(),
                recorded.appliedAt());
    }

    /** All of a subscription, in the order in which they were recorded. */
    List<RecordedChange> of(UUID subscriptionId) {
        return database.query(
                        "select * from subscription_change where subscription_id = ? order by number", subscriptionId)
                .list(ChangeRows::read);
    }

    Optional<RecordedChange> byId(UUID subscriptionId, UUID changeId) {
        return database.query(
                        "select * from subscription_change where subscription_id = ? and change_id = ?",
                        subscriptionId,
                        changeId)
                .one(ChangeRows::read);
    }

    void takeBack(UUID changeId, Instant at) {
        database.update("update subscription_change set taken_back_at = ? where change_id = ?", at, changeId);
    }

    void applied(UUID changeId, Instant at) {
        database.update("update subscription_change set applied_at = ? where change_id = ?", at, changeId);
    }

    /** The subscription of an entity with the oldest change that is to come into effect by a day. */
    Optional<UUID> nextDue(String legalEntityId, LocalDate day) {
        return database.query(
                        """
                        select c.subscription_id from subscription_change c
                          join subscription s using (subscription_id) join agreement a using (agreement_id)
                         where c.applied_at is null and c.taken_back_at is null and c.effective_date <= ?
                           and a.legal_entity_id = ?
                         order by c.effective_date, c.number limit 1
                        """,
                        day,
                        legalEntityId)
                .one(row -> row.uuid("subscription_id"));
    }

    /** The next day on which one comes into effect, by legal entity. */
    Map<String, LocalDate> nextDays() {
        return database
                .query(
                        """
                        select a.legal_entity_id, min(c.effective_date) as next from subscription_change c
                          join subscription s using (subscription_id) join agreement a using (agreement_id)
                         where c.applied_at is null and c.taken_back_at is null group by a.legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RecordedChange read(Row row) {
        return new RecordedChange(
                new Change(
                        row.uuid("change_id"),
                        row.intValue("number"),
                        ChangeKind.valueOf(row.text("kind")),
                        row.date("effective_date"),
                        details(row.text("details"))),
                row.instant("recorded_at"),
                row.text("recorded_by"),
                row.uuid("invoice_id"),
                row.instant("applied_at"),
                row.instant("taken_back_at"));
    }

    private static Details details(String json) {
        try {
            return Json.lenient().readValue(json, Details.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a kept change can't be read", corrupt);
        }
    }
}
