package io.counterfoil.customer.customer;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.customer.matching.MatchedBy;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void a_new_customer_is_told_as_the_example_says() {
        GoldenExample.of("customer-created.v1").assertProduces(new CustomerCreated(Northwind.record(), MatchedBy.NONE));
    }

    @Test
    void a_second_account_is_told_as_the_example_says() {
        GoldenRecord second = Northwind.version(2).with(Northwind.SECOND);
        GoldenExample.of("customer-updated.v1")
                .assertProduces(new CustomerUpdated(second, MatchedBy.TAX_ID, List.of("references")));
    }
}
