package io.counterfoil.suite.twin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a field holds. In the org a value is a String, BigDecimal, Boolean, LocalDate or Instant; null is null. */
enum FieldType {
    ID,
    STRING,
    DECIMAL,
    BOOLEAN,
    DATE,
    DATETIME;

    /** Dates and times as the REST API writes them. */
    static final DateTimeFormatter REST_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter LENIENT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX][X]");

    /** The value that was sent, or an error in Salesforce's words. */
    Object read(String field, JsonNode sent) {
        if (sent.isNull()) {
            return null;
        }
        try {
            return switch (this) {
                case ID -> RecordId.of(text(sent));
                case STRING -> text(sent);
                case DECIMAL -> decimal(sent);
                case BOOLEAN -> bool(sent);
                case DATE -> LocalDate.parse(text(sent));
                case DATETIME -> time(text(sent));
            };
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new SalesforceError(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of %s from VALUE_%s value %s or request may be missing a required field: %s"
                            .formatted(name().toLowerCase(), sent.getNodeType(), sent.asText(), field));
        }
    }

    /** The value as the REST API writes it. */
    static Object written(Object value) {
        if (value instanceof Instant time) {
            return REST_TIME.format(time);
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    static Instant time(String text) {
        return OffsetDateTime.parse(text, LENIENT_TIME).toInstant();
    }

    private static String text(JsonNode sent) {
        if (!sent.isTextual()) {
            throw new IllegalArgumentException("not a string");
        }
        return sent.textValue();
    }

    private static BigDecimal decimal(JsonNode sent) {
        if (!sent.isNumber()) {
            throw new IllegalArgumentException("not a number");
        }
        return sent.decimalValue();
    }

    private static Boolean bool(JsonNode sent) {
        if (!sent.isBoolean()) {
            throw new IllegalArgumentException("not a boolean");
        }
        return sent.booleanValue();
    }
}
