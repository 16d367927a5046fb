package io.counterfoil.order.order;

import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import java.util.List;

/** Who is billed, as it was when the order was accepted. */
public record BillTo(String name, List<TaxRegistration> taxRegistrations, PostalAddress address, String email) {

    static BillTo of(KnownCustomer customer) {
        return new BillTo(
                customer.legalName(), customer.taxRegistrations(), customer.billingAddress(), customer.email());
    }
}
