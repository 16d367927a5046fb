package io.counterfoil.suite.twin.gateway;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.Patience;
import io.counterfoil.suite.twin.WebServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The twin, running: the API, the webhooks, and the door by which customers pay and tests make faults. */
public final class GatewayTwin implements AutoCloseable {

    /**
     * How it is set up.
     *
     * @param port where it listens; 0 takes any free port
     * @param listener where events go
     * @param webhookSecret what they are signed with
     * @param apiKey what a reader of the API must show
     * @param patience how events are retried
     */
    public record Settings(int port, URI listener, String webhookSecret, String apiKey, Patience patience) {}

    private final WebServer web;
    private final Books books = new Books();
    private final Webhooks webhooks;

    private GatewayTwin(Settings settings) {
        web = WebServer.listen(settings.port());
        webhooks = new Webhooks(settings.listener(), settings.webhookSecret(), settings.patience());
    }

    /** Starts it. */
    public static GatewayTwin start(Settings settings) {
        GatewayTwin twin = new GatewayTwin(settings);
        new StripeDoor(
                        twin.books,
                        settings.apiKey(),
                        twin.webhooks::send,
                        twin.webhooks::swallowsAnswer,
                        twin.webhooks.charges())
                .open(twin.web);
        twin.openControl();
        return twin;
    }

    /** The port that it listens on. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        webhooks.close();
        web.close();
    }

    private void openControl() {
        web.route("GET", "/control/health", call -> Answer.json(200, Map.of("status", "UP")));
        web.route("POST", "/control/payments", this::pay);
        web.route("GET", "/control/payments", call -> Answer.json(200, books.intents()));
        web.route("GET", "/control/balance", call -> Answer.json(200, books.balance()));
        web.route("GET", "/control/events", call -> Answer.json(200, books.events()));
        web.route(
                "POST",
                "/control/events/{id}/resend",
                call -> Answer.json(
                        200,
                        webhooks.resend(
                                books.event(call.part("id")),
                                call.json().path("times").asInt(1))));
        web.route("GET", "/control/deliveries", call -> Answer.json(200, webhooks.deliveries()));
        web.route("POST", "/control/refunds", this::giveBack);
        web.route("POST", "/control/disputes", this::dispute);
        web.route("POST", "/control/disputes/{id}/decision", this::decide);
        web.route("PUT", "/control/terms", call -> {
            books.offer(Json.read(call.body(), Terms.class));
            return Answer.empty(204);
        });
        web.route("PUT", "/control/faults", call -> {
            webhooks.suffer(Json.read(call.body(), GatewayFaults.class));
            return Answer.empty(204);
        });
    }

    /** Somebody at the merchant gives money back in the gateway's own screens. */
    private Answer giveBack(Call call) {
        Refund refund = books.refund(
                call.json().path("paymentIntentId").asText(),
                call.json().path("amountMinor").asLong(),
                null,
                Map.of());
        webhooks.send(books.refunded(refund));
        return Answer.json(201, refund);
    }

    private Answer dispute(Call call) {
        Dispute dispute = books.dispute(
                call.json().path("paymentIntentId").asText(),
                call.json().path("amountMinor").asLong(),
                call.json().path("reason").asText("fraudulent"));
        webhooks.send(books.told("charge.dispute.created", dispute));
        webhooks.send(books.told("charge.dispute.funds_withdrawn", dispute));
        return Answer.json(201, dispute);
    }

    private Answer decide(Call call) {
        Dispute dispute = books.decide(call.part("id"), call.json().path("won").asBoolean());
        webhooks.send(books.told("charge.dispute.closed", dispute));
        return Answer.json(200, dispute);
    }

    private Answer pay(Call call) {
        Event event = books.take(Json.read(call.body(), PaymentRequest.class));
        PaymentIntent intent = (PaymentIntent) event.data().get("object");
        webhooks.send(event);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("paymentIntentId", intent.id());
        answer.put("eventId", event.id());
        answer.put("status", intent.status());
        return Answer.json(201, answer);
    }
}
