package io.counterfoil.customer.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.counterfoil.common.http.Json;
import java.util.List;

/** A list in a column. None is an empty one. */
final class JsonList {

    private JsonList() {}

    static String write(List<?> list) {
        return list == null ? "[]" : Json.write(list);
    }

    static <T> List<T> read(String column, Class<T> type) {
        ObjectMapper mapper = Json.lenient();
        try {
            return mapper.readValue(column, mapper.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a list in the database is no JSON", corrupt);
        }
    }
}
