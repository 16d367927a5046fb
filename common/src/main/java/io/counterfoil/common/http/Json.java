package io.counterfoil.common.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.counterfoil.common.money.Money;
import java.io.IOException;

/**
 * The wire format: camelCase, ISO 8601 times, money as {@code {"amount":"249.95","currency":"USD"}}, what is null left
 * out. Requests are read strictly, events leniently (contracts.md).
 */
public final class Json {

    private static final ObjectMapper STRICT = mapper(true);
    private static final ObjectMapper LENIENT = mapper(false);
    private static final ObjectMapper CANONICAL = canonicalMapper();

    private Json() {}

    /** For requests: unknown and duplicate fields, nulls in lists, and numbers where texts belong, are refused. */
    public static ObjectMapper strict() {
        return STRICT;
    }

    /** For events and answers of others: unknown fields are ignored. */
    public static ObjectMapper lenient() {
        return LENIENT;
    }

    public static String write(Object value) {
        try {
            return STRICT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "can't be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /** The same bytes for the same content, whatever the order in which the code names it: for digests and archives. */
    public static byte[] canonical(Object value) {
        try {
            return CANONICAL.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "can't be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /** A request's body, read strictly; refuses with the pointer to what is wrong. */
    public static <T> T read(byte[] body, JavaType type) {
        if (body.length == 0) {
            throw new Invalid("", "the body is empty");
        }
        try {
            return required(STRICT.readValue(body, type));
        } catch (JsonProcessingException wrong) {
            throw BadJson.of(wrong);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can always be read", impossible);
        }
    }

    public static <T> T read(byte[] body, Class<T> type) {
        return read(body, STRICT.constructType(type));
    }

    /** As {@link #read(byte[], Class)} of a document that was read or patched before. */
    public static <T> T read(JsonNode document, Class<T> type) {
        try {
            return required(STRICT.treeToValue(document, type));
        } catch (JsonProcessingException wrong) {
            throw BadJson.of(wrong);
        }
    }

    private static <T> T required(T value) {
        if (value == null) {
            throw new Invalid("", "the body is null");
        }
        return value;
    }

    private static ObjectMapper mapper(boolean strict) {
        JsonMapper mapper = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), money())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
                .build();
        if (strict) {
            mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        }
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    private static ObjectMapper canonicalMapper() {
        return ((JsonMapper) mapper(true))
                .rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    private static SimpleModule money() {
        SimpleModule module = new SimpleModule("money");
        module.addSerializer(Money.class, new JsonSerializer<>() {
            @Override
            public void serialize(Money value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeStartObject();
                out.writeStringField("amount", value.amount());
                out.writeStringField("currency", value.currency());
                out.writeEndObject();
            }
        });
        module.addDeserializer(Money.class, new MoneyReader());
        return module;
    }

    private static final class MoneyReader extends JsonDeserializer<Money> implements ResolvableDeserializer {

        private JsonDeserializer<Object> wire;

        @Override
        public void resolve(DeserializationContext context) throws JsonMappingException {
            wire = context.findRootValueDeserializer(context.constructType(Wire.class));
        }

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Wire told = (Wire) wire.deserialize(in, context);
            try {
                return Money.of(told.amount(), told.currency());
            } catch (Refusal refusal) {
                return context.reportInputMismatch(Money.class, "%s", refusal.getMessage());
            }
        }

        private record Wire(String amount, String currency) {}
    }
}
