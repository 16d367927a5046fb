package io.counterfoil.customer.customer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps contacts as JSON text: they are read with the customer, never searched. */
@Converter
class ContactsColumn implements AttributeConverter<List<Contact>, String> {

    @Override
    public String convertToDatabaseColumn(List<Contact> contacts) {
        return JsonList.write(contacts);
    }

    @Override
    public List<Contact> convertToEntityAttribute(String column) {
        return JsonList.read(column, Contact.class);
    }
}
