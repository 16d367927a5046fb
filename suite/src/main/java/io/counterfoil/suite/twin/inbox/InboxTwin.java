package io.counterfoil.suite.twin.inbox;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Json;
import io.counterfoil.suite.twin.WebServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The twin, running: as many boxes as somebody writes to, and the door by which tests look into them. */
public final class InboxTwin implements AutoCloseable {

    private final WebServer web;
    private final Map<String, Box> boxes = new ConcurrentHashMap<>();

    private InboxTwin(int port) {
        web = WebServer.listen(port);
    }

    /** Starts it; port 0 takes any free one. */
    public static InboxTwin start(int port) {
        InboxTwin twin = new InboxTwin(port);
        twin.web
                .route("GET", "/control/health", call -> Answer.json(200, Map.of("status", "UP")))
                .route(
                        "POST",
                        "/inbox/{box}",
                        call -> Answer.empty(twin.box(call.part("box")).take(call)))
                .route("PUT", "/control/boxes/{box}", call -> {
                    twin.box(call.part("box")).behave(Json.read(call.body(), Box.Manners.class));
                    return Answer.empty(204);
                })
                .route("GET", "/control/boxes/{box}", call -> Answer.json(200, twin.letters(call.part("box"))));
        return twin;
    }

    /** The port that it listens on. */
    public int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.close();
    }

    private Box box(String name) {
        return boxes.computeIfAbsent(name, unknown -> new Box());
    }

    private List<Letter> letters(String name) {
        return box(name).letters();
    }
}
