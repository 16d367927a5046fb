package io.counterfoil.order.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;

/** What is kept as JSON text for as long as it is needed, and never searched: a claim, what the CRM has acknowledged. */
final class StoredJson {

    private StoredJson() {}

    /** Null where nothing is kept. */
    static <T> T read(String column, Class<T> type) {
        try {
            return column == null ? null : Json.lenient().readValue(column, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a " + type.getSimpleName() + " in the database is no JSON", corrupt);
        }
    }
}
