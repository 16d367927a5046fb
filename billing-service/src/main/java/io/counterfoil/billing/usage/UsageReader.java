package io.counterfoil.billing.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.common.http.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Reads usage records token by token, whether they come as one object, as an array or as lines, and hands them on in chunks: no
 * tree of the whole is ever in memory. A record that is wrong in itself is handed on as unreadable; what is no JSON is refused
 * before anything is handed on.
 */
final class UsageReader {

    static final int CHUNK = 5_000;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_KEY = 200;

    private final Consumer<List<UsageEntry>> taker;
    private List<UsageEntry> chunk = new ArrayList<>(CHUNK);

    private UsageReader(Consumer<List<UsageEntry>> taker) {
        this.taker = taker;
    }

    static void read(byte[] body, Consumer<List<UsageEntry>> taker) {
        UsageReader reader = new UsageReader(taker);
        try {
            wellFormed(body);
            reader.records(body);
        } catch (IOException broken) {
            throw new Invalid("", "is no JSON: " + brief(broken));
        }
    }

    /** A first pass over the tokens, so that a broken body changes nothing. */
    private static void wellFormed(byte[] body) throws IOException {
        try (JsonParser in = JSON.createParser(open(body))) {
            JsonToken token = in.nextToken();
            if (token != JsonToken.START_ARRAY && token != JsonToken.START_OBJECT) {
                throw new Invalid("", "must be a usage record, an array of them, or one in each line");
            }
            while (token != null) {
                in.skipChildren();
                token = in.nextToken();
            }
        }
    }

    private void records(byte[] body) throws IOException {
        try (JsonParser in = JSON.createParser(open(body))) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    add(record(in));
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    add(UsageEntry.unreadable(null, "is no object"));
                }
            }
        }
        if (!chunk.isEmpty()) {
            taker.accept(chunk);
        }
    }

    private void add(UsageEntry entry) {
        chunk.add(entry);
        if (chunk.size() == CHUNK) {
            taker.accept(chunk);
            chunk = new ArrayList<>(CHUNK);
        }
    }

    private static UsageEntry record(JsonParser in) throws IOException {
        Fields fields = new Fields();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken token = in.nextToken();
            fields.take(name, token, token.isScalarValue() ? in.getText() : null);
            in.skipChildren();
        }
        return fields.entry();
    }

    private static InputStream open(byte[] body) {
        return new ByteArrayInputStream(body);
    }

    private static String brief(IOException broken) {
        return broken instanceof JsonParseException parse ? parse.getOriginalMessage() : "it ends too early";
    }

    /** The fields of one record as they come by. */
    private static final class Fields {
        private UUID subscriptionId;
        private String meterId;
        private String key;
        private Quantity quantity;
        private Instant usedAt;
        private String value;
        private String wrong;

        private void take(String name, JsonToken token, String text) {
            boolean number = token.isNumeric() && name.equals("quantity");
            if (token != JsonToken.VALUE_STRING && !number) {
                wrong = name + " must be a text";
                return;
            }
            try {
                switch (name) {
                    case "subscriptionId" -> subscriptionId = UUID.fromString(text);
                    case "meterId" -> meterId = text;
                    case "key" -> key = text;
                    case "quantity" -> quantity = decimal(text);
                    case "usedAt" -> usedAt = Instant.parse(text);
                    case "value" -> value = text;
                    default -> wrong = "there is no field " + name;
                }
            } catch (DateTimeParseException | IllegalArgumentException malformed) {
                wrong = name + " is malformed: '" + text.substring(0, Math.min(text.length(), 40)) + "'";
            }
        }

        private static Quantity decimal(String text) {
            if (!text.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
                throw new IllegalArgumentException(text);
            }
            return Quantity.of(text);
        }

        private UsageEntry entry() {
            if (wrong == null) {
                wrong = missing();
            }
            return wrong != null
                    ? UsageEntry.unreadable(key, wrong)
                    : new UsageEntry(subscriptionId, meterId, key, quantity, usedAt, value, null);
        }

        private String missing() {
            if (subscriptionId == null) {
                return "subscriptionId is required";
            }
            if (meterId == null) {
                return "meterId is required";
            }
            if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
                return "key is required, up to " + LONGEST_KEY + " characters";
            }
            return value != null && value.length() > LONGEST_KEY ? "value is longer than " + LONGEST_KEY : null;
        }
    }
}
