package io.counterfoil.ledger.dimension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A dimension with its values, as it travels. */
public record DimensionJson(
        String legalEntityId, String name, UnknownValues unknownValues, List<Value> values, long version) {

    /** What becomes of a value that is not on the list. */
    public enum UnknownValues {
        /** People are refused, events are parked. */
        PARK,
        /** It is taken: the list only proposes. */
        ACCEPT
    }

    /**
     * A value that may be used.
     *
     * @param validFrom first posting date on which it may be; null for ever before
     * @param validTo first posting date on which it may no longer be; null for ever after
     */
    public record Value(
            @NotNull @Size(min = 1, max = 100) String code,
            @NotNull @Size(min = 1, max = 200) String name,
            LocalDate validFrom,
            LocalDate validTo) {

        boolean isValidOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
        }
    }

    /** What may be told of it. */
    public record Request(
            UnknownValues unknownValues, @NotNull @Size(min = 1, max = 5000) @Valid List<@NotNull Value> values) {

        public Request {
            unknownValues = unknownValues == null ? UnknownValues.PARK : unknownValues;
        }

        void check() {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < values.size(); i++) {
                Value value = values.get(i);
                if (!codes.add(value.code())) {
                    throw new Invalid("/values/" + i + "/code", "is there twice");
                }
                if (value.validFrom() != null
                        && value.validTo() != null
                        && !value.validTo().isAfter(value.validFrom())) {
                    throw new Invalid("/values/" + i + "/validTo", "must be after validFrom");
                }
            }
        }
    }

    static List<Value> read(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<List<Value>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("values of a dimension can't be read", broken);
        }
    }
}
