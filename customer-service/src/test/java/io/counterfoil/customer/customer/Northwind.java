package io.counterfoil.customer.customer;

import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.TaxRegistration;
import java.util.List;
import java.util.UUID;

/** The customer of the sample transaction in the contracts. */
final class Northwind {

    static final UUID ID = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");
    static final ExternalReference FIRST = new ExternalReference("salesforce", "001NW000000000001");
    static final ExternalReference SECOND = new ExternalReference("salesforce", "001NW000000000002");

    private Northwind() {}

    static Attributes attributes() {
        return new Attributes(
                "Northwind Robotics Inc.",
                "Northwind Robotics",
                List.of(new TaxRegistration("EIN", "US", "12-3456789")),
                new Address("100 Harbor Way", null, "Oakland", "CA", "94607", "US"),
                List.of(new Site("SHIPPING", new Address("200 Dock Street", null, "Oakland", "CA", "94607", "US"))),
                List.of(new Contact("BILLING", "Accounts payable", "ap@northwind-robotics.example", null)),
                "billing@northwind-robotics.example",
                "https://northwind-robotics.example",
                "US01",
                "USD",
                30,
                "ENTERPRISE",
                "NORTH_AMERICA");
    }

    static GoldenRecord record() {
        return version(1);
    }

    static GoldenRecord version(long version) {
        return new GoldenRecord(ID, "C-000001", version, CustomerState.ACTIVE, attributes(), List.of(FIRST), null);
    }
}
