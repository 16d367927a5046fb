package io.counterfoil.order.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.http.Json;
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

    /** The snapshot as it is kept, as JSON: it is copied, never searched. Null where there is none. */
    static BillTo read(String json) {
        try {
            return json == null ? null : Json.lenient().readValue(json, BillTo.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a bill-to snapshot in the database is no JSON", corrupt);
        }
    }
}
