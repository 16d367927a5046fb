package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.testing.OpenApiAnswers;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A caller of one service, who holds every answer against the service's contract. */
record Client(Api api, OpenApiAnswers contract) {

    Client with(String header, String value) {
        return new Client(api.with(header, value), contract);
    }

    Reply get(String path) {
        return judged(api.get(path));
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=500";
        List<JsonNode> items = new ArrayList<>();
        String next = first;
        while (next != null) {
            JsonNode page = get(next).expect(200).json();
            page.path("items").forEach(items::add);
            next = page.hasNonNull("nextCursor")
                    ? first + "&cursor=" + page.path("nextCursor").asText()
                    : null;
        }
        return items;
    }

    Reply put(String path, Object body) {
        return judged(api.put(path, body));
    }

    Reply patch(String path, Object body) {
        return judged(api.patch(path, body));
    }

    /** With an idempotency key of its own, unless a header gives one. */
    Reply post(String path, Object body) {
        return judged(api.post(path, body));
    }

    /** Just this, without any header that was not asked for. */
    Reply send(String method, String path, Object body) {
        return judged(api.send(method, path, body));
    }

    CompletableFuture<Reply> sendAsync(String method, String path, Object body) {
        return api.sendAsync(method, path, body).thenApply(this::judged);
    }

    private Reply judged(Reply reply) {
        contract.check(
                reply.method(), reply.uri().getRawPath(), reply.status(), reply.header("Content-Type"), reply.text());
        return reply;
    }
}
