package io.counterfoil.customer.ownership;

import java.util.Arrays;
import java.util.List;

/** What is owned together, with the names of its attributes on the wire. */
public enum AttributeGroup {
    LEGAL_NAME("legalName"),
    NAMES("tradingName"),
    CONTACTS("contacts", "email", "website"),
    ADDRESSES("billingAddress", "addresses"),
    TAX("taxRegistrations"),
    LEGAL_ENTITY("legalEntityId"),
    TERMS("paymentTermsDays", "currency"),
    CLASSIFICATION("segment", "region"),
    HIERARCHY("parent", "billTo", "shipTo"),
    CREDIT("creditLimit", "creditPolicy");

    private final List<String> attributes;

    AttributeGroup(String... attributes) {
        this.attributes = List.of(attributes);
    }

    /** The group to which the attribute belongs. */
    public static AttributeGroup of(String attribute) {
        return Arrays.stream(values())
                .filter(group -> group.attributes.contains(attribute))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(attribute + " belongs to no group"));
    }
}
