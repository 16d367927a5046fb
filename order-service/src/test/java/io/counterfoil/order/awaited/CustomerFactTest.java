package io.counterfoil.order.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.order.customer.CustomerReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customer-service's golden examples say can be read. */
class CustomerFactTest {

    @ParameterizedTest
    @ValueSource(strings = {"customer-created.v1", "customer-updated.v1"})
    void a_customer_that_may_buy_is_known_by_its_references(String example) {
        CustomerFact fact = GoldenExample.from("/customer", example).dataAs(CustomerFact.class);
        assertThat(fact.mayBuy()).isTrue();
        assertThat(fact.references()).contains(new CustomerReference("salesforce", "001NW000000000001"));
    }
}
