package io.counterfoil.billing.stripe;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** What the gateway sent, byte for byte, once per message. */
@Dependent
class Webhooks {

    private final Database database;

    @Inject
    Webhooks(Database database) {
        this.database = database;
    }

    /** What became of a message. */
    enum Outcome {
        /** Kept, not looked at yet. */
        RECEIVED,
        /** Mapped, with all that follows from it. */
        HANDLED,
        /** Of a type that we do nothing about. */
        ACKNOWLEDGED,
        /** It can't be mapped; an exception is open. */
        PARKED
    }

    /**
     * A kept message.
     *
     * @param businessAt business time of its arrival
     */
    record Webhook(String eventId, byte[] body, Instant businessAt, Outcome outcome) {}

    /** Keeps a message; false when it was there already. */
    boolean keep(String eventId, String type, byte[] body, Instant at, Instant businessAt, Outcome outcome) {
        return database.update(
                        """
                        insert into webhook (gateway, event_id, type, received_at, business_at, body, outcome)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        StripeEvent.GATEWAY,
                        eventId,
                        type,
                        at,
                        businessAt,
                        body,
                        outcome)
                == 1;
    }

    Optional<Webhook> byId(String eventId) {
        return database.query("select * from webhook where gateway = ? and event_id = ?", StripeEvent.GATEWAY, eventId)
                .one(Webhooks::read);
    }

    void became(String eventId, Outcome outcome) {
        database.update(
                "update webhook set outcome = ? where gateway = ? and event_id = ?",
                outcome,
                StripeEvent.GATEWAY,
                eventId);
    }

    private static Webhook read(Row row) {
        return new Webhook(
                row.text("event_id"),
                row.bytes("body"),
                row.instant("business_at"),
                Outcome.valueOf(row.text("outcome")));
    }
}
