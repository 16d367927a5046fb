package io.counterfoil.order.fulfilment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps a few ids in one text column: they are read together and never searched. */
@Converter
class LineIdsColumn implements AttributeConverter<Set<UUID>, String> {

    @Override
    public String convertToDatabaseColumn(Set<UUID> attribute) {
        return attribute == null ? "" : attribute.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    @Override
    public Set<UUID> convertToEntityAttribute(String column) {
        if (column == null || column.isBlank()) {
            return new LinkedHashSet<>();
        }
        return Arrays.stream(column.split(" "))
                .map(UUID::fromString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
