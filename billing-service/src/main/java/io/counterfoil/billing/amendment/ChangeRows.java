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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** The subscription with the oldest change whose day has come where the customer lives. */
    Optional<UUID> nextDue(Instant now) {
        return database.query(
                        """
                        select c.subscription_id from subscription_change c join subscription s using (subscription_id)
                          join agreement a using (agreement_id) join legal_entity e using (legal_entity_id)
                         where c.applied_at is null and c.taken_back_at is null
                           and c.effective_date <= (?::timestamptz at time zone coalesce(a.time_zone, e.time_zone))::date
                         order by c.effective_date, c.number limit 1
                        """,
                        now)
                .one(row -> row.uuid("subscription_id"));
    }

    /** The next moment at which one comes into effect. */
    Optional<Instant> next() {
        return database.query(
                        """
                        select next from (
                            select min(c.effective_date::timestamp at time zone coalesce(a.time_zone, e.time_zone)) as next
                              from subscription_change c join subscription s using (subscription_id)
                              join agreement a using (agreement_id) join legal_entity e using (legal_entity_id)
                             where c.applied_at is null and c.taken_back_at is null) n
                         where next is not null
                        """)
                .one(row -> row.instant("next"));
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
