package io.counterfoil.common.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes on a span what it is about: every id and number at the top of a fact or a step's payload, so that a trace is found
 * by its order or invoice. {@code orderId} becomes {@code counterfoil.order_id}; nothing else of the data is telling.
 */
final class Subjects {
    private static final JsonFactory JSON = new JsonFactory();

    private Subjects() {}

    static void write(Span span, String json) {
        if (span.isRecording()) {
            write(span, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    static void write(Span span, byte[] data) {
        if (!span.isRecording()) {
            return;
        }
        try (JsonParser parser = JSON.createParser(data)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                writeFields(span, parser);
            }
        } catch (IOException noJson) {
            span.setAttribute("counterfoil.unreadable", true);
        }
    }

    private static void writeFields(Span span, JsonParser parser) throws IOException {
        String name = parser.nextFieldName();
        while (name != null) {
            boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
            if (isText && (name.endsWith("Id") || name.endsWith("Number"))) {
                span.setAttribute(attribute(name), parser.getText());
            }
            parser.skipChildren();
            name = parser.nextFieldName();
        }
    }

    private static String attribute(String field) {
        return "counterfoil." + field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
