package io.counterfoil.suite.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.demo.Scene.Step;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays scenes step by step, and compares what the services say with what was worked out by hand. */
final class ScenePlay {

    /** All is settled before it is asked for: only a timer's next turn may be missing. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Access access;
    private final BusinessTime time;
    private final Gateway gateway;
    private final Checks checks;
    private final Map<String, String> kept = new LinkedHashMap<>();

    ScenePlay(Access access, Checks checks) {
        this.access = access;
        this.time = access.time();
        this.gateway = new Gateway(access.anonymous(Endpoint.GATEWAY));
        this.checks = checks;
    }

    void play(Scene scene) {
        for (int i = 0; i < scene.steps().size(); i++) {
            Step step = named(scene.steps().get(i));
            try {
                play(step, scene.title() + ", step " + (i + 1));
            } catch (RuntimeException stuck) {
                throw new IllegalStateException(
                        "'%s', step %d: %s".formatted(scene.title(), i + 1, stuck.getMessage()), stuck);
            }
        }
    }

    private void play(Step step, String where) {
        if (step.clock() != null) {
            time.moveTo(LocalDate.parse(step.clock()).atTime(12, 0).toInstant(ZoneOffset.UTC));
        } else if (step.pay() != null) {
            Scene.Payment pay = step.pay();
            gateway.pay(pay.invoice(), null, pay.amount(), pay.currency(), pay.outcome());
            time.settle();
        } else {
            call(step, where);
        }
    }

    private void call(Step step, String where) {
        String[] verbAndPath = step.call().split(" ", 2);
        JsonNode answer = verbAndPath[0].equals("GET")
                ? awaited(step, verbAndPath[1])
                : done(step, verbAndPath[0], verbAndPath[1]);
        step.expect()
                .forEach((pointer, expected) -> checks.equal(
                        where + " " + verbAndPath[1].replaceAll("[0-9a-f-]{36}", "…") + " " + pointer,
                        expected,
                        answer.at(pointer).asText()));
        step.keep().forEach((name, pointer) -> kept.put(name, answer.at(pointer).asText()));
    }

    private JsonNode done(Step step, String verb, String path) {
        Api api = access.client(step.at(), step.role());
        Reply reply = verb.equals("POST") ? api.post(path, step.body()) : api.send(verb, path, step.body());
        Reply taken = step.status() == null ? reply.ok() : reply.expect(step.status());
        time.settle();
        return taken.json();
    }

    /** What is asked may still be on its way from another service: the last answer is compared. */
    private JsonNode awaited(Step step, String path) {
        Api api = access.client(step.at(), step.role());
        JsonNode[] last = new JsonNode[1];
        try {
            return Await.until(path, PATIENCE, () -> {
                last[0] = numbered(api.get(path).ok().json());
                boolean said = step.expect().entrySet().stream()
                        .allMatch(e -> last[0].at(e.getKey()).asText().equals(e.getValue()));
                return Optional.of(last[0]).filter(answer -> said);
            });
        } catch (Await.Overdue different) {
            if (last[0] == null) {
                throw different;
            }
            return last[0];
        }
    }

    /** A list of invoices in the order of their numbers, as a person would read it. */
    private static JsonNode numbered(JsonNode answer) {
        if (!answer.path("items").path(0).has("invoiceNumber")) {
            return answer;
        }
        List<JsonNode> items = new ArrayList<>();
        answer.path("items").forEach(items::add);
        items.sort(Comparator.comparing(item -> item.path("invoiceNumber").asText()));
        ObjectNode sorted = Json.MAPPER.createObjectNode();
        sorted.putArray("items").addAll(items);
        return sorted;
    }

    private Step named(Step step) {
        String text = Json.write(step);
        for (Map.Entry<String, String> one : kept.entrySet()) {
            text = text.replace("<" + one.getKey() + ">", one.getValue());
        }
        try {
            return Json.MAPPER.readValue(text, Step.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
