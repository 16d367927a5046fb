package io.counterfoil.billing.payout;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** All payouts of all gateways; kept once, in the caller's transaction, and told. */
@Dependent
public class Payouts {

    private final Database database;
    private final Payments payments;
    private final LegalEntities entities;
    private final Outbox outbox;

    @Inject
    Payouts(Database database, Payments payments, LegalEntities entities, Outbox outbox) {
        this.database = database;
        this.payments = payments;
        this.entities = entities;
        this.outbox = outbox;
    }

    /** What went wrong, and with how much. */
    public record Failure(Money amount, String code, String reason) {}

    /** The bank sent it back. One of which nobody said that it was paid never moves anything, even if that is said later. */
    public void failed(String gateway, String reference, Failure failure, Instant at) {
        String legalEntityId = payments.receiverOf(gateway, failure.amount().currency());
        LocalDate day = entities.byId(legalEntityId).dateAt(at);
        keepFailed(gateway, reference, failure, legalEntityId, day, at);
        database.query(
                        """
                        update payout set failed_at = ?, failure_code = ? where gateway = ? and reference = ? and failed_at is null
                        returning payout_id, legal_entity_id, currency, amount_minor
                        """,
                        at,
                        failure.code(),
                        gateway,
                        reference)
                .one(row -> new PayoutFailed(
                        row.uuid("payout_id"),
                        row.text("legal_entity_id"),
                        row.text("currency"),
                        row.money("amount_minor", "currency"),
                        gateway,
                        reference,
                        day,
                        failure.code(),
                        failure.reason(),
                        at,
                        Map.of()))
                .ifPresent(outbox::publish);
    }

    private void keepFailed(
            String gateway, String reference, Failure failure, String legalEntityId, LocalDate day, Instant at) {
        database.update(
                """
                insert into payout (payout_id, gateway, reference, legal_entity_id, currency, amount_minor, value_date, recorded_at,
                    failed_at, failure_code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (gateway, reference) do nothing
                """,
                EventIds.next(),
                gateway,
                reference,
                legalEntityId,
                failure.amount().currency(),
                failure.amount().minor(),
                day,
                at,
                at,
                failure.code());
    }

    /** The gateway says that it paid out; whoever receives that currency from it has it now. */
    public void paid(String gateway, String reference, Money amount, LocalDate arrival, Instant at) {
        String legalEntityId = payments.receiverOf(gateway, amount.currency());
        LocalDate day = arrival == null ? entities.byId(legalEntityId).dateAt(at) : arrival;
        UUID id = EventIds.next();
        int kept = database.update(
                """
                insert into payout (payout_id, gateway, reference, legal_entity_id, currency, amount_minor, value_date, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (gateway, reference) do nothing
                """,
                id,
                gateway,
                reference,
                legalEntityId,
                amount.currency(),
                amount.minor(),
                day,
                at);
        if (kept == 1) {
            outbox.publish(new PayoutPaid(
                    id, legalEntityId, amount.currency(), amount, gateway, reference, day, at, Map.of()));
        }
    }
}
