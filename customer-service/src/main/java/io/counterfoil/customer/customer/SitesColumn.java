package io.counterfoil.customer.customer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps addresses as JSON text: they are read with the customer, never searched. */
@Converter
class SitesColumn implements AttributeConverter<List<Site>, String> {

    @Override
    public String convertToDatabaseColumn(List<Site> sites) {
        return JsonList.write(sites);
    }

    @Override
    public List<Site> convertToEntityAttribute(String column) {
        return JsonList.read(column, Site.class);
    }
}
