package io.counterfoil.suite.twin.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes money by a stored payment method, confirmed at once while its customer is away. The method decides the outcome, as
 * those do that Stripe gives to testers: {@code pm_card_visa} pays, others say by their names how they are declined.
 */
final class ChargeDoor {

    private static final Map<String, String> DECLINES = Map.of(
            "InsufficientFunds", "insufficient_funds",
            "LostCard", "lost_card",
            "StolenCard", "stolen_card",
            "ExpiredCard", "expired_card",
            "chargeDeclined", "generic_decline");

    private final Books books;
    private final Consumer<Event> told;
    private final ChargeFaults faults;

    /** @param told where events about what was done here go */
    ChargeDoor(Books books, Consumer<Event> told, ChargeFaults faults) {
        this.books = books;
        this.told = told;
        this.faults = faults;
    }

    Answer take(Call call) {
        faults.strike();
        String key = call.header("Idempotency-Key").orElse(null);
        Books.Taken taken = books.charge(key, asked(call), decline(field(call, "payment_method")));
        if (taken.first()) {
            told.accept(taken.event());
        }
        return faults.swallowsAnswer() ? Answer.hangUp() : answer(taken.intent());
    }

    /** A payment intent with its charge and that charge's balance transaction written out. */
    JsonNode expanded(PaymentIntent intent) {
        ObjectNode shown = (ObjectNode) Json.tree(Json.bytes(intent));
        Map<String, Object> charge = Refund.charge(intent, books.givenBack(intent));
        charge.put("balance_transaction", intent.amountReceived() > 0 ? books.balanceTransaction(intent) : null);
        shown.set("latest_charge", Json.tree(Json.bytes(charge)));
        return shown;
    }

    private Answer answer(PaymentIntent intent) {
        if (intent.lastPaymentError() == null) {
            return Answer.json(200, expanded(intent));
        }
        Map<String, Object> error = new LinkedHashMap<>(intent.lastPaymentError());
        error.put("payment_intent", intent);
        return Answer.json(402, Map.of("error", error));
    }

    private static PaymentIntent.Asked asked(Call call) {
        String minor = field(call, "amount");
        if (!minor.matches("\\d{1,12}")) {
            throw new StripeError(400, "parameter_invalid_integer", "Invalid integer: " + minor, "amount");
        }
        if (!field(call, "confirm").equals("true")) {
            throw new StripeError(400, null, "Only payments that are confirmed at once are made here.", "confirm");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String name : new String[] {"attempt_id", "invoice_number", "customer_id"}) {
            call.form("metadata[" + name + "]").ifPresent(value -> metadata.put(name, value));
        }
        return new PaymentIntent.Asked(
                new Amount(Long.parseLong(minor), field(call, "currency")),
                field(call, "customer"),
                call.form("description").orElse(null),
                metadata,
                field(call, "payment_method"));
    }

    private static String decline(String method) {
        return DECLINES.entrySet().stream()
                .filter(one -> method.contains(one.getKey()) && !one.getKey().equals("chargeDeclined"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(method.contains("chargeDeclined") ? DECLINES.get("chargeDeclined") : null);
    }

    private static String field(Call call, String name) {
        return call.form(name)
                .orElseThrow(
                        () -> new StripeError(400, "parameter_missing", "Missing required param: " + name + ".", name));
    }
}
