package io.counterfoil.billing;

import io.counterfoil.billing.gateway.StripeApi;
import io.counterfoil.billing.gateway.StripePayments;
import io.counterfoil.common.testing.PlainResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outside system that takes money: each key once. It may decline, turn away, or hang up after it has taken. */
public final class TakingGateway implements StripePayments, StripeApi {
    public final List<String> calls = new ArrayList<>();
    private final Map<String, String> taken = new LinkedHashMap<>();
    private final List<String> next = new ArrayList<>();
    private String fee;
    private StripeApi refunds;

    /** What the next calls come to: {@code decline:<code>}, {@code hang-up}, {@code deaf} or a status. */
    public void next(String... answers) {
        next.addAll(List.of(answers));
    }

    /** What each charge leaves, as the gateway's balance says. */
    public void keeps(String balance) {
        fee = balance;
    }

    /** Who pays back. */
    public void refundsBy(StripeApi other) {
        refunds = other;
    }

    @Override
    public Response refund(String bearer, String key, String form) {
        return refunds.refund(bearer, key, form);
    }

    @Override
    public Response refunds(String bearer, String paymentIntent, int limit) {
        return refunds.refunds(bearer, paymentIntent, limit);
    }

    public int taken() {
        return taken.size();
    }

    @Override
    public Response take(String bearer, String key, String form) {
        calls.add("take " + URLDecoder.decode(form, StandardCharsets.UTF_8).replaceFirst("&metadata.*", ""));
        String answer = next.isEmpty() ? "" : next.remove(0);
        if (answer.startsWith("decline:")) {
            return new PlainResponse(
                    402,
                    "{\"error\":{\"code\":\"card_declined\",\"decline_code\":\"" + answer.substring(8)
                            + "\",\"message\":\"No.\",\"payment_intent\":{\"id\":\"pi_no\"}}}");
        }
        if (answer.matches("\\d{3}")) {
            return new PlainResponse(Integer.parseInt(answer), "{}");
        }
        if (answer.equals("deaf")) {
            throw new ProcessingException("nobody there");
        }
        taken.computeIfAbsent(key, k -> intent(k, form));
        if (answer.equals("hang-up")) {
            throw new ProcessingException("hung up");
        }
        return new PlainResponse(200, taken.get(key));
    }

    @Override
    public Response list(String bearer, String customer, int limit, String after, String expand) {
        calls.add("list " + customer);
        return new PlainResponse(200, "{\"data\":[" + String.join(",", taken.values()) + "],\"has_more\":false}");
    }

    @Override
    public Response get(String bearer, String id, String expand) {
        return new PlainResponse(404, "{}");
    }

    private String intent(String key, String form) {
        String amount = form.replaceFirst("amount=(\\d+).*", "$1");
        String currency = form.replaceFirst(".*currency=([a-z]+).*", "$1");
        String charge = fee == null ? "\"ch_1\"" : "{\"id\":\"ch_1\",\"balance_transaction\":" + fee + "}";
        return "{\"id\":\"pi_" + (taken.size() + 1) + "\",\"status\":\"succeeded\",\"amount_received\":" + amount
                + ",\"currency\":\"" + currency + "\",\"latest_charge\":" + charge + ",\"metadata\":{\"attempt_id\":\""
                + key + "\"}}";
    }
}
