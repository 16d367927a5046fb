package io.counterfoil.customer.customer;

import static io.counterfoil.customer.customer.CustomerState.ACTIVE;
import static io.counterfoil.customer.customer.CustomerState.CLOSED;
import static io.counterfoil.customer.customer.CustomerState.SUSPENDED;

import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.customer.matching.MatchedBy;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void a_new_customer_is_told_as_the_example_says() {
        GoldenExample.of("customer-created.v1")
                .assertProduces(new CustomerCreated(Northwind.record(), MatchedBy.NONE, "salesforce"));
    }

    @Test
    void a_second_account_is_told_as_the_example_says() {
        GoldenRecord second = Northwind.version(2).with(Northwind.SECOND);
        GoldenExample.of("customer-updated.v1")
                .assertProduces(new CustomerUpdated(second, MatchedBy.TAX_ID, List.of("references"), "salesforce"));
    }

    @Test
    void a_move_is_told_as_the_examples_say() {
        GoldenExample.of("customer-suspended.v1")
                .assertProduces(new CustomerSuspended(
                        move(2, ACTIVE, SUSPENDED, "Invoice US01-2026-000001 is 30 days overdue")));
        GoldenExample.of("customer-reinstated.v1")
                .assertProduces(new CustomerReinstated(move(3, SUSPENDED, ACTIVE, "All that was overdue is paid")));
        GoldenExample.of("customer-closed.v1")
                .assertProduces(new CustomerClosed(move(4, ACTIVE, CLOSED, "The company was wound up")));
    }

    private static StateMove move(long version, CustomerState from, CustomerState to, String reason) {
        return new StateMove(Northwind.ID, "C-000001", version, from, to, "api", reason);
    }
}
