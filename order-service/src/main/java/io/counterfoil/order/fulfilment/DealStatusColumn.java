package io.counterfoil.order.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.crm.DealStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps what the CRM has acknowledged as JSON text. */
@Converter
class DealStatusColumn implements AttributeConverter<DealStatus, String> {

    @Override
    public String convertToDatabaseColumn(DealStatus attribute) {
        return attribute == null ? null : Json.write(attribute);
    }

    @Override
    public DealStatus convertToEntityAttribute(String column) {
        try {
            return column == null ? null : Json.lenient().readValue(column, DealStatus.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a deal status in the database is no JSON", corrupt);
        }
    }
}
