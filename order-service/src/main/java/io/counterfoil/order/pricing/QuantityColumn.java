package io.counterfoil.order.pricing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Keeps a {@link Quantity} in a numeric column. */
@Converter(autoApply = true)
class QuantityColumn implements AttributeConverter<Quantity, BigDecimal> {

    @Override
    public BigDecimal convertToDatabaseColumn(Quantity attribute) {
        return attribute == null ? null : attribute.value();
    }

    @Override
    public Quantity convertToEntityAttribute(BigDecimal column) {
        return column == null ? null : new Quantity(column);
    }
}
