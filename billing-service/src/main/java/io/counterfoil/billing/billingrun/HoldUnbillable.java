package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an order that can't be billed out of the run, and opens an exception for the team that can mend the cause. */
@UseCase
class HoldUnbillable {

    static final String ORIGIN = "billing-run";

    private final Subscriptions subscriptions;
    private final Troubles troubles;
    private final Outbox outbox;

    @Inject
    HoldUnbillable(Subscriptions subscriptions, Troubles troubles, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.troubles = troubles;
        this.outbox = outbox;
    }

    void handle(UUID agreementId, Refusal why) {
        List<Account> locked = lock(agreementId);
        if (subscriptions.isHeld(agreementId)) {
            return; // another worker met the same and has opened the exception
        }
        subscriptions.hold(agreementId, true);
        if (locked.isEmpty()) {
            troubles.park(parked(agreementId, Map.of("agreementId", agreementId), why));
        }
        for (Account account : locked) {
            Correlation.within(
                    Correlation.current().continuing(account.agreement().correlationId()), () -> park(account, why));
        }
    }

    /** What can't be billed may be so broken that it can't even be read. */
    private List<Account> lock(UUID agreementId) {
        try {
            return subscriptions.lock(agreementId);
        } catch (IllegalStateException unreadable) {
            return List.of();
        }
    }

    /** Of an order that was never billed order-service must know; of a later period it does not wait. */
    private void park(Account account, Refusal why) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("agreementId", account.agreement().agreementId());
        what.put("orderId", account.agreement().orderId());
        what.put("orderNumber", account.agreement().orderNumber());
        UUID exception = troubles.park(parked(account.agreement().agreementId(), what, why));
        if (!account.isBilled() && account.agreement().acceptedEventId() != null) {
            outbox.publish(OrderRefusedByBilling.of(
                    account.agreement(), why, troubles.byId(exception).owner()));
        }
    }

    private static Parked parked(UUID agreementId, Map<String, ?> what, Refusal why) {
        byte[] original = Json.write(what).getBytes(StandardCharsets.UTF_8);
        return Parked.of(ORIGIN, agreementId.toString(), why, "application/json", original, null);
    }
}
