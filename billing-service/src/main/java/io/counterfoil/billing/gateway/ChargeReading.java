package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.gateway.ChargeAnswer.Converted;
import io.counterfoil.billing.gateway.ChargeAnswer.Outcome;
import io.counterfoil.common.money.Money;
import java.util.Optional;

/** What the gateway's payment intents and errors say, in our words. */
final class ChargeReading {

    private ChargeReading() {}

    static ChargeAnswer of(JsonNode intent) {
        String id = text(intent, "id");
        String status = intent.path("status").asText();
        return switch (status) {
            case "succeeded" ->
                money(intent, "amount_received", text(intent, "currency"))
                        .map(taken -> new ChargeAnswer(
                                id,
                                Outcome.SUCCEEDED,
                                taken,
                                null,
                                null,
                                converted(intent).orElse(null)))
                        .orElseGet(() -> ChargeAnswer.open(
                                id, Outcome.UNKNOWN, "the gateway took an amount that can't be read"));
            case "processing" -> ChargeAnswer.open(id, Outcome.PENDING, null);
            default -> declined(id, status, intent.path("last_payment_error"));
        };
    }

    /** The gateway refused the call: the bank declined, or what was asked for makes no sense to it. */
    static ChargeAnswer refused(JsonNode error) {
        return declined(text(error.path("payment_intent"), "id"), "refused", error);
    }

    private static ChargeAnswer declined(String id, String status, JsonNode error) {
        String bank = text(error, "decline_code");
        String code = bank == null ? text(error, "code") : bank;
        String reason = text(error, "message");
        return ChargeAnswer.failed(
                id, code == null ? status : code, reason == null ? "The gateway says " + status : reason);
    }

    static Optional<Converted> converted(JsonNode intent) {
        JsonNode balance = intent.path("latest_charge").path("balance_transaction");
        String currency = text(balance, "currency");
        Optional<Money> settled = money(balance, "amount", currency);
        Optional<Money> fee = money(balance, "fee", currency);
        return settled.map(amount ->
                new Converted(amount, text(balance, "exchange_rate"), fee.orElse(Money.zero(amount.currency()))));
    }

    private static Optional<Money> money(JsonNode node, String field, String currency) {
        JsonNode amount = node.path(field);
        return currency == null || !amount.isIntegralNumber()
                ? Optional.empty()
                : new StripeUnits(amount.longValue(), currency).money();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
