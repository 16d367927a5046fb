package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The end point that outbound messages go to, and the book of what was posted there. */
final class Listener {

    private static final int KEPT = 2000;

    private final URI url;
    private final Function<List<Notification>, String> message;
    private final Patience patience;
    private final HttpClient http;
    private final List<Delivery> deliveries = new ArrayList<>();

    Listener(URI url, Function<List<Notification>, String> message, Patience patience) {
        this.url = url;
        this.message = message;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.answer())
                .build();
    }

    Delivery post(List<Notification> batch) {
        List<String> ids = batch.stream().map(Notification::id).toList();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(patience.answer())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(message.apply(batch)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            boolean acknowledged = answer.statusCode() == 200 && SoapMessage.acknowledges(answer.body());
            return noted(ids, answer.statusCode(), acknowledged, new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException unanswered) {
            return noted(ids, 0, false, unanswered.toString());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return noted(ids, 0, false, closed.toString());
        }
    }

    List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    private Delivery noted(List<String> ids, int status, boolean acknowledged, String answer) {
        String kept = answer.length() > KEPT ? answer.substring(0, KEPT) : answer;
        synchronized (deliveries) {
            Delivery delivery = new Delivery(deliveries.size() + 1L, Instant.now(), ids, status, acknowledged, kept);
            deliveries.add(delivery);
            return delivery;
        }
    }
}
