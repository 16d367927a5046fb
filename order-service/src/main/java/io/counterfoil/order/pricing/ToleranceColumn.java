package io.counterfoil.order.pricing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

/** Keeps a {@link Tolerance} in a numeric column. */
@Converter(autoApply = true)
public class ToleranceColumn implements AttributeConverter<Tolerance, BigDecimal> {

    @Override
    public BigDecimal convertToDatabaseColumn(Tolerance attribute) {
        return attribute == null ? null : attribute.value();
    }

    @Override
    public Tolerance convertToEntityAttribute(BigDecimal column) {
        return column == null ? null : new Tolerance(column);
    }
}
