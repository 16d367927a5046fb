package io.counterfoil.order.pricing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Keeps a {@link UnitPrice} in a numeric column. */
@Converter(autoApply = true)
class UnitPriceColumn implements AttributeConverter<UnitPrice, BigDecimal> {

    @Override
    public BigDecimal convertToDatabaseColumn(UnitPrice attribute) {
        return attribute == null ? null : attribute.value();
    }

    @Override
    public UnitPrice convertToEntityAttribute(BigDecimal column) {
        return column == null ? null : new UnitPrice(column);
    }
}
