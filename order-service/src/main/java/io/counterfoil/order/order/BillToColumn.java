package io.counterfoil.order.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps the bill-to snapshot as JSON text: it is copied, never searched. */
@Converter
class BillToColumn implements AttributeConverter<BillTo, String> {

    @Override
    public String convertToDatabaseColumn(BillTo attribute) {
        return attribute == null ? null : Json.write(attribute);
    }

    @Override
    public BillTo convertToEntityAttribute(String column) {
        try {
            return column == null ? null : Json.lenient().readValue(column, BillTo.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a bill-to snapshot in the database is no JSON", corrupt);
        }
    }
}
