package io.counterfoil.common.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads typed query parameters. One that can't be read is a wrong request by name, and not a resource that is missing. */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        Function<String, Object> reader = type.isEnum() ? value -> constant(type, value) : READERS.get(type);
        return name == null || reader == null ? null : new Reading<>(type, name, reader);
    }

    private static Object constant(Class<?> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value));
    }

    private record Reading<T>(Class<T> type, String name, Function<String, Object> reader)
            implements ParamConverter<T> {

        @Override
        public T fromString(String value) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            try {
                return type.cast(reader.apply(value));
            } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
                throw new Invalid("?" + name, "is " + expected());
            }
        }

        private String expected() {
            return type.isEnum()
                    ? "none of " + Arrays.toString(type.getEnumConstants())
                    : "no " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
