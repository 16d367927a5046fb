package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.Answer;
import io.counterfoil.suite.twin.Call;
import io.counterfoil.suite.twin.WebServer;
import io.counterfoil.suite.twin.WebServer.Door;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The REST API: query, retrieve, create, update, upsert. Every request needs a session. */
final class RestDoor {

    private final Org org;
    private final Sessions sessions;
    private final Weather weather;
    private final QueryPages pages;
    private final RecordCollections collections;

    RestDoor(Org org, Sessions sessions, Weather weather) {
        this.org = org;
        this.sessions = sessions;
        this.weather = weather;
        this.pages = new QueryPages(weather);
        this.collections = new RecordCollections(org);
    }

    void open(WebServer web) {
        route(web, "GET", "/query/?", this::query);
        route(web, "GET", "/query/{locator}", pages::next);
        route(web, "GET", "/sobjects/{object}/{id}", this::retrieve);
        route(web, "GET", "/sobjects/{object}/{field}/{value}", this::retrieveByExternalId);
        route(web, "POST", "/sobjects/{object}/?", this::create);
        route(web, "PATCH", "/sobjects/{object}/{id}", this::update);
        route(web, "PATCH", "/composite/sobjects/?", call -> read(() -> collections.update(call, user(call))));
        route(web, "PATCH", "/sobjects/{object}/{field}/{value}", this::upsert);
    }

    private void route(WebServer web, String method, String path, Door door) {
        web.route(
                method,
                Rendering.ROOT + path,
                call -> weather.through(call, inSession -> {
                    user(inSession);
                    return door.answer(inSession);
                }));
    }

    private Answer query(Call call) {
        String text = call.query("q").orElseThrow(() -> SalesforceError.malformedQuery("q is missing"));
        Soql soql = Soql.parse(text);
        List<Map<String, Object>> rows = new Query(org, soql).rows();
        return soql.select().equals(List.of(Soql.COUNT)) ? pages.count(rows.size()) : pages.first(call, rows);
    }

    private Answer retrieve(Call call) {
        SObject record = org.get(type(call), call.part("id"));
        return Answer.json(200, Rendering.record(record, fields(call)));
    }

    private Answer retrieveByExternalId(Call call) {
        List<SObject> found = matching(call);
        if (found.isEmpty()) {
            throw SalesforceError.notFound();
        }
        return found.size() > 1 ? ambiguous(found) : Answer.json(200, Rendering.record(found.get(0), fields(call)));
    }

    private Answer create(Call call) {
        return read(() -> {
            SObject created = org.create(type(call), call.json(), user(call));
            return Answer.json(201, Rendering.saved(created.id(), null));
        });
    }

    private Answer update(Call call) {
        return read(() -> {
            org.update(type(call), call.part("id"), call.json(), user(call));
            return Answer.empty(204);
        });
    }

    private Answer upsert(Call call) {
        return read(() -> {
            ObjectType type = type(call);
            synchronized (org) {
                List<SObject> found = matching(call);
                if (found.size() > 1) {
                    return ambiguous(found);
                }
                return found.isEmpty() ? insert(call, type) : replace(call, type, found.get(0));
            }
        });
    }

    private Answer insert(Call call, ObjectType type) {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) call.json();
        body.put(type.field(call.part("field")), call.part("value"));
        SObject created = org.create(type, body, user(call));
        return Answer.json(201, Rendering.saved(created.id(), true));
    }

    private Answer replace(Call call, ObjectType type, SObject found) {
        org.update(type, found.id(), call.json(), user(call));
        return Answer.json(200, Rendering.saved(found.id(), false));
    }

    private static Answer ambiguous(List<SObject> found) {
        return Answer.json(
                300,
                found.stream()
                        .map(one -> "%s/sobjects/%s/%s"
                                .formatted(Rendering.ROOT, one.type().name(), one.id()))
                        .toList());
    }

    private List<SObject> matching(Call call) {
        ObjectType type = type(call);
        String field = type.find(call.part("field")).orElseThrow(SalesforceError::notFound);
        if (field.equals("Id")) {
            return List.of(org.get(type, call.part("value")));
        }
        if (!type.externalIds().contains(field)) {
            throw new SalesforceError(
                    400, "INVALID_FIELD", "Provided external ID field does not exist or is not accessible: " + field);
        }
        return org.matching(type, field, call.part("value"));
    }

    private String user(Call call) {
        return sessions.user(call.header("Authorization").orElse(""));
    }

    private static List<String> fields(Call call) {
        return call.query("fields").map(list -> List.of(list.split(","))).orElse(List.of());
    }

    private static ObjectType type(Call call) {
        return Schema.find(call.part("object")).orElseThrow(SalesforceError::notFound);
    }

    private static Answer read(java.util.function.Supplier<Answer> work) {
        try {
            return work.get();
        } catch (UncheckedIOException malformed) {
            throw new SalesforceError(400, "JSON_PARSER_ERROR", String.valueOf(malformed.getMessage()));
        }
    }
}
