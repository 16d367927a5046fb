package io.counterfoil.suite.twin.gateway;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.WebServer;
import io.counterfoil.suite.twin.WebServer.Door;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The API that a merchant uses: payment intents are made and read, events and the balance read, refunds made. */
final class StripeDoor {

    private static final int USUAL_PAGE = 10;
    private static final int LONGEST_PAGE = 100;

    private final Books books;
    private final String apiKey;
    private final Consumer<Event> told;
    private final BooleanSupplier silent;
    private final ChargeFaults faults;
    private final ChargeDoor charges;

    /**
     * @param told where events about what was done here go
     * @param silent true when the next answer is not to come
     * @param faults what is wrong with calls that take money
     */
    StripeDoor(Books books, String apiKey, Consumer<Event> told, BooleanSupplier silent, ChargeFaults faults) {
        this.books = books;
        this.apiKey = apiKey;
        this.told = told;
        this.silent = silent;
        this.faults = faults;
        this.charges = new ChargeDoor(books, told, faults);
    }

    void open(WebServer web) {
        route(web, "/v1/payment_intents/{id}", call -> Answer.json(200, shown(call, books.intent(call.part("id")))));
        web.route("POST", "/v1/payment_intents", call -> {
            authenticate(call);
            return charges.take(call);
        });
        route(web, "/v1/payment_intents", this::list);
        route(web, "/v1/events/{id}", call -> Answer.json(200, books.event(call.part("id"))));
        route(
                web,
                "/v1/refunds",
                call -> Answer.json(
                        200,
                        page(
                                "/v1/refunds",
                                books.refunds(call.query("payment_intent").orElse(null)))));
        web.route("POST", "/v1/refunds", this::refund);
        route(web, "/v1/balance", call -> Answer.json(200, balance()));
    }

    private void route(WebServer web, String path, Door door) {
        web.route("GET", path, call -> {
            authenticate(call);
            return door.answer(call);
        });
    }

    private Answer refund(Call call) {
        authenticate(call);
        long amount = call.form("amount")
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .orElse(0L);
        String key = call.header("Idempotency-Key").orElse(null);
        Map<String, String> metadata = new LinkedHashMap<>();
        call.form("metadata[refund_id]").ifPresent(id -> metadata.put("refund_id", id));
        Refund refund = books.refund(call.form("payment_intent").orElse(""), amount, key, metadata);
        told.accept(books.refunded(refund));
        return silent.getAsBoolean() ? Answer.hangUp() : Answer.json(200, refund);
    }

    private Object shown(Call call, PaymentIntent intent) {
        return call.query("expand[]").isPresent() ? charges.expanded(intent) : intent;
    }

    private static Map<String, Object> page(String url, List<?> all) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("object", "list");
        page.put("url", url);
        page.put("has_more", false);
        page.put("data", all);
        return page;
    }

    private Answer list(Call call) {
        faults.strikeList();
        int limit = call.query("limit").map(StripeDoor::limit).orElse(USUAL_PAGE);
        List<PaymentIntent> all = books.intents().stream()
                .filter(intent -> call.query("customer")
                        .map(id -> id.equals(intent.customer()))
                        .orElse(true))
                .toList();
        int from = call.query("starting_after")
                .map(id -> all.indexOf(books.intent(id)) + 1)
                .orElse(0);
        int to = Math.min(from + limit, all.size());
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("object", "list");
        page.put("url", "/v1/payment_intents");
        page.put("has_more", to < all.size());
        page.put(
                "data",
                all.subList(from, to).stream()
                        .map(intent -> shown(call, intent))
                        .toList());
        return Answer.json(200, page);
    }

    private Map<String, Object> balance() {
        List<Map<String, Object>> available = books.balance().entrySet().stream()
                .map(one -> Map.<String, Object>of("amount", one.getValue(), "currency", one.getKey()))
                .toList();
        return Map.of("object", "balance", "available", available, "pending", List.of(), "livemode", false);
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_PAGE) {
            throw new StripeError(400, "parameter_invalid_integer", "Invalid limit: must be 1 to 100", "limit");
        }
        return Integer.parseInt(text);
    }

    private void authenticate(Call call) {
        String header = call.header("Authorization").orElse("");
        String basic = "Basic " + Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.UTF_8));
        if (!header.equals("Bearer " + apiKey) && !header.equals(basic)) {
            throw new StripeError(401, null, "Invalid API Key provided", null);
        }
    }
}
