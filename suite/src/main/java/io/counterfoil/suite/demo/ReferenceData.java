package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.clock.BusinessTime;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the services must know before anybody can buy, given to them by their public APIs as a finance team would. */
public record ReferenceData(Access access, JsonNode sections) {

    /** The data of the demo, for whoever wants a stack in which one can buy. */
    public static ReferenceData of(Access access) {
        return new ReferenceData(access, new SampleData(0).json("reference.json"));
    }

    /** The data of the demo's scenes: one more legal entity, whose books know every kind of document. */
    public static ReferenceData ofScenes(Access access) {
        return new ReferenceData(access, new SampleData(0).scenes().reference());
    }

    /** Loads section by section; between two, what one service tells the others has arrived. Returns how many calls it took. */
    public int load(BusinessTime time) {
        int calls = 0;
        for (JsonNode section : sections) {
            calls += load(section);
            time.settle();
        }
        return calls;
    }

    /** Accounts and posting rules of a legal entity that is there; returns how many calls it took. */
    public int loadBooks(String entity) {
        int calls = 0;
        for (JsonNode section : sections) {
            if (section.has("forEach") && section.path("service").asText().equals(Endpoint.LEDGER.name())) {
                calls += load(section, entity);
            }
        }
        return calls;
    }

    private int load(JsonNode section) {
        int calls = 0;
        for (String entity : entities(section)) {
            calls += load(section, entity);
        }
        return calls;
    }

    private int load(JsonNode section, String entity) {
        Endpoint endpoint = Endpoint.valueOf(section.path("service").asText());
        var service = access.client(endpoint, "finance");
        int calls = 0;
        for (JsonNode call : Json.read(section.path("calls").toString().replace("{entity}", entity))) {
            String path = call.path("path").asText();
            service.put(path, call.path("body")).ok();
            calls += 1 + new SecondPerson(access).approve(endpoint, path);
        }
        return calls;
    }

    /** A section that is not for each entity keeps its braces. */
    private static List<String> entities(JsonNode section) {
        return section.has("forEach")
                ? StreamSupport.stream(section.path("forEach").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of("{entity}");
    }
}
