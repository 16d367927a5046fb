package io.counterfoil.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.step.StepWorker;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final TestBeans settings = TestBeans.on(POSTGRES)
            .setting("webhook.private.hosts", "localhost")
            .setting("webhook.secret.keys", "test:" + "A".repeat(43) + "=");
    private final TestBeans beans = settings.with(settings.get(DeliverWebhook.class));
    private final Webhooks webhooks = beans.get(Webhooks.class);
    private final WebhookEndpoints endpoints = beans.get(WebhookEndpoints.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Got> inbox = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer receiver;

    private record Got(Headers headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        POSTGRES.database().update("truncate step, exception, exception_history, webhook_endpoint");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/inbox", this::receive);
        receiver.start();
        StepWorker worker = beans.get(StepWorker.class);
        threads.execute(() -> worker.loop("steps-0"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        beans.get(Heartbeat.class).close();
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        receiver.stop(0);
    }

    @Test
    void a_message_arrives_signed_over_its_id_its_time_and_its_bytes() throws IOException {
        UUID id = told("exception.opened", "e-1");
        await().untilAsserted(() -> assertThat(inbox).hasSize(1));
        Got got = inbox.get(0);
        JsonNode body = Json.lenient().readTree(got.body());
        assertThat(body.path("type").asText()).isEqualTo("exception.opened");
        assertThat(body.path("data").path("about").asText()).isEqualTo("e-1");
        assertThat(body.path("timestamp").asText()).isNotBlank();
        assertThat(got.headers().getFirst("webhook-id")).isEqualTo(id.toString());
        assertThat(got.headers().getFirst("webhook-signature"))
                .isEqualTo(WebhookSecret.of(SECRET)
                        .signature(
                                id.toString(),
                                Long.parseLong(got.headers().getFirst("webhook-timestamp")),
                                got.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_not_taken_is_sent_again_under_the_same_id() {
        answer.set(503);
        UUID id = told("exception.opened", "e-1");
        await().untilAsserted(() -> assertThat(inbox).hasSizeGreaterThan(1));
        answer.set(200);
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE"));
        assertThat(inbox).allSatisfy(got -> assertThat(got.headers().getFirst("webhook-id"))
                .isEqualTo(id.toString()));
    }

    @Test
    void an_end_point_that_is_gone_is_an_exception_for_a_person() {
        answer.set(410);
        told("exception.opened", "e-1");
        await().untilAsserted(() -> assertThat(states()).containsExactly("PARKED"));
        assertThat(POSTGRES.database().query("select code from exception").list(row -> row.text("code")))
                .containsExactly("endpoint-gone");
    }

    @Test
    void where_nobody_wants_to_be_told_nobody_is() {
        POSTGRES.transactions().fresh(() -> webhooks.send("team:nobody", "a", "b", Map.of()));
        await().untilAsserted(() -> assertThat(states()).containsExactly("DONE"));
        assertThat(inbox).isEmpty();
    }

    @Test
    void an_end_point_inside_our_own_network_is_refused() {
        for (String url : List.of(
                "https://127.0.0.1/inbox",
                "https://10.1.2.3/inbox",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/inbox",
                "https://[fd00::1]/inbox",
                "http://93.184.215.14/inbox",
                "https://user:word@93.184.215.14/inbox",
                "ftp://localhost/inbox",
                "no address at all")) {
            assertThatThrownBy(() -> endpoints.put("team:finance", url, SECRET, true))
                    .as(url)
                    .isInstanceOf(AddressNotAllowed.class);
        }
        assertThat(endpoints.find("team:finance")).isEmpty();
    }

    @Test
    void a_secret_that_is_none_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> endpoints.put("team:finance", url(), "swordfish", true))
                .isInstanceOf(Invalid.class)
                .hasMessageNotContaining("swordfish");
    }

    private UUID told(String type, String subject) {
        return POSTGRES.transactions().fresh(() -> {
            endpoints.put("team:finance", url(), SECRET, true);
            return webhooks.send("team:finance", type, subject, Map.of("about", subject));
        });
    }

    private String url() {
        return "http://localhost:" + receiver.getAddress().getPort() + "/inbox";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            inbox.add(new Got(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer.get(), -1);
        }
    }

    private List<String> states() {
        return POSTGRES.database().query("select state from step").list(row -> row.text("state"));
    }
}
