package io.counterfoil.common.trouble;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads from a parked content what people look for it by. Which fields say so is a setting of the service, the first that is
 * there counts; what is no JSON says nothing.
 */
@ApplicationScoped
class Content {

    private static final int LONGEST = 200;
    private static final int LARGEST_BODY = 1_048_576;

    @Inject
    @ConfigProperty(name = "exception.about.customer", defaultValue = "customerId")
    String customerFields;

    @Inject
    @ConfigProperty(name = "exception.about.region", defaultValue = "region,country")
    String regionFields;

    @Inject
    @ConfigProperty(name = "exception.about.product-line", defaultValue = "productLine,productId,productCode")
    String productFields;

    @Inject
    @Any
    Instance<Acquainted> acquainted;

    Acquainted.About of(Parked parked) {
        Acquainted.About said = said(parked);
        return acquainted.stream()
                .flatMap(one -> one.with(parked.subject()).stream())
                .reduce(said, Acquainted.About::or);
    }

    private Acquainted.About said(Parked parked) {
        JsonNode content = tree(parked.original());
        JsonNode attributes = parked.eventId() == null || parked.attributes() == null
                ? null
                : tree(parked.attributes().getBytes(StandardCharsets.UTF_8));
        String customer = first(content, customerFields);
        return new Acquainted.About(
                customer != null || attributes == null ? customer : first(attributes, "partitionKey"),
                first(content, regionFields),
                first(content, productFields));
    }

    private static JsonNode tree(byte[] body) {
        if (body.length == 0 || body.length > LARGEST_BODY || body[0] != '{' && body[0] != '[') {
            return null;
        }
        try {
            return Json.lenient().readTree(body);
        } catch (IOException noJson) {
            return null;
        }
    }

    private static String first(JsonNode content, String fields) {
        return content == null
                ? null
                : Arrays.stream(fields.split(" *, *"))
                        .map(field -> nearest(content, field))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The text of the field that lies least deep. */
    private static String nearest(JsonNode content, String field) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(content));
        while (!open.isEmpty()) {
            JsonNode node = open.poll();
            JsonNode found = node.get(field);
            if (found != null
                    && found.isTextual()
                    && !found.asText().isBlank()
                    && found.asText().length() <= LONGEST) {
                return found.asText();
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    open.add(child);
                }
            });
        }
        return null;
    }
}
