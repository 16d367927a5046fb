package io.counterfoil.warehouse.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Part;
import io.counterfoil.warehouse.part.Parts;
import io.counterfoil.warehouse.part.Question;
import io.counterfoil.warehouse.part.Reply;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Asks the services in the name of the person at the desk: what that person may not do there, is not done from here. */
@RequestScoped
class Desk {

    @Inject
    Parts parts;

    @Inject
    JsonWebToken person;

    /** One page of what all services, or the one that is named, have under the path. */
    Gathered gather(
            String path, Map<String, String> filters, String service, String time, String cursor, Integer limit) {
        int size = Page.size(limit);
        Map<Part, Long> from = Gathered.positions(cursor);
        List<Reply> replies = ask(service, part -> {
            Map<String, String> query = new LinkedHashMap<>(filters);
            query.put("limit", String.valueOf(size));
            query.put("cursor", from.containsKey(part) ? Cursor.of(from.get(part)) : null);
            return Question.of(part, path, query);
        });
        return Gathered.of(replies, from, time, size);
    }

    /** The answers of all services, or of the one that is named. */
    List<Reply> ask(String service, Function<Part, Question> question) {
        return parts.askAll(Arrays.stream(Part.values())
                .filter(part -> service == null || part == known(service))
                .map(part -> question.apply(part).by(person.getRawToken()))
                .toList());
    }

    /** The answer of one service, refusals passed on as they are. */
    Reply one(String service, String method, String path, JsonNode body, String key) {
        String text = body == null ? null : Json.write(body);
        Reply reply =
                parts.ask(new Question(known(service), method, path, Map.of(), Map.of(), text, person.getRawToken())
                        .with("Idempotency-Key", key));
        if (!reply.isUp()) {
            throw new PartUnavailable(reply);
        }
        return reply;
    }

    private static Part known(String service) {
        return Part.named(service).orElseThrow(() -> new NotFound("service", service));
    }
}
