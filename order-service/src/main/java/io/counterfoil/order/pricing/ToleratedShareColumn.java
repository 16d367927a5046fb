package io.counterfoil.order.pricing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Keeps a {@link ToleratedShare} in a numeric column. */
@Converter(autoApply = true)
class ToleratedShareColumn implements AttributeConverter<ToleratedShare, BigDecimal> {

    @Override
    public BigDecimal convertToDatabaseColumn(ToleratedShare attribute) {
        return attribute == null ? null : attribute.value();
    }

    @Override
    public ToleratedShare convertToEntityAttribute(BigDecimal column) {
        return column == null ? null : new ToleratedShare(column);
    }
}
