package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.gateway.ChargeAnswer.Converted;
import io.counterfoil.billing.gateway.ChargeAnswer.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the gateway to take money by a stored method, and what it did. */
@Dependent
class Charging {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;
    private static final String WITH_FEES = "latest_charge.balance_transaction";

    @Inject
    @RestClient
    StripePayments api;

    @Inject
    StripeCalls calls;

    ChargeAnswer take(ChargeOrder order) {
        try {
            StripeAnswer answer =
                    calls.of(bearer -> api.take(bearer, order.attemptId().toString(), ChargeForm.of(order)));
            if (answer.isTurnedAway()) {
                return ChargeAnswer.open(null, Outcome.TURNED_AWAY, "the gateway answered " + answer.status());
            }
            return answer.isRefused()
                    ? ChargeReading.refused(answer.body().path("error"))
                    : ChargeReading.of(answer.ok());
        } catch (GatewayUnavailable silent) {
            return ChargeAnswer.open(null, Outcome.UNKNOWN, silent.getMessage());
        }
    }

    Optional<ChargeAnswer> find(ChargeOrder order) {
        try {
            return look(order).map(ChargeReading::of);
        } catch (GatewayUnavailable silent) {
            return Optional.of(ChargeAnswer.open(null, Outcome.UNKNOWN, silent.getMessage()));
        }
    }

    Optional<Converted> converted(String paymentIntent) {
        if (!calls.hasKey()) {
            return Optional.empty();
        }
        try {
            StripeAnswer answer = calls.of(bearer -> api.get(bearer, paymentIntent, WITH_FEES));
            return answer.isRefused() ? Optional.empty() : ChargeReading.converted(answer.ok());
        } catch (GatewayUnavailable silent) {
            return Optional.empty();
        }
    }

    /** Lists rather than searches: the gateway's search lags behind what it did, its lists do not. */
    private Optional<JsonNode> look(ChargeOrder order) {
        String wanted = order.attemptId().toString();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = after;
            JsonNode list = calls.of(
                            bearer -> api.list(bearer, order.gatewayCustomer(), PAGE, from, "data." + WITH_FEES))
                    .ok();
            JsonNode items = list.path("data");
            Optional<JsonNode> found = StreamSupport.stream(items.spliterator(), false)
                    .filter(one -> wanted.equals(
                            one.path("metadata").path("attempt_id").asText()))
                    .findFirst();
            if (found.isPresent() || !list.path("has_more").asBoolean() || items.isEmpty()) {
                return found;
            }
            after = items.get(items.size() - 1).path("id").asText();
        }
        throw new GatewayUnavailable("the gateway lists too many payments of the customer");
    }
}
