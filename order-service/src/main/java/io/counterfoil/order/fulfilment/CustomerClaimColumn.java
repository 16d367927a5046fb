package io.counterfoil.order.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.customer.CustomerClaim;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps what a channel claims about the buyer as JSON text, for as long as nobody has been asked. */
@Converter
class CustomerClaimColumn implements AttributeConverter<CustomerClaim, String> {

    @Override
    public String convertToDatabaseColumn(CustomerClaim attribute) {
        return attribute == null ? null : Json.write(attribute);
    }

    @Override
    public CustomerClaim convertToEntityAttribute(String column) {
        try {
            return column == null ? null : Json.lenient().readValue(column, CustomerClaim.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a customer claim in the database is no JSON", corrupt);
        }
    }
}
