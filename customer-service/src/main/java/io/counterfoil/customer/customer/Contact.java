package io.counterfoil.customer.customer;

/** Somebody to talk to at the customer; {@code role} says about what, such as {@code BILLING}. */
public record Contact(String role, String name, String email, String phone) {

    public Contact {
        role = Attributes.trimmed(role);
        name = Attributes.trimmed(name);
        email = Attributes.trimmed(email);
        phone = Attributes.trimmed(phone);
    }
}
