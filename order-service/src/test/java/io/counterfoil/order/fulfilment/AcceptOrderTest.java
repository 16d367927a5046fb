package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.acceptance.AcceptanceGate;
import io.counterfoil.order.customer.KnownCustomer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing is begun for a customer who may not buy. */
class AcceptOrderTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final SetUp setUp = new SetUp();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(setUp);
    private final Processes processes = beans.get(Processes.class);
    private final AcceptOrder accept = beans.get(AcceptOrder.class);

    @Test
    void a_suspended_customer_is_refused_before_any_gate_is_asked() {
        assertThatThrownBy(() -> accepted("SUSPENDED"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("C-000001");
        assertThat(setUp.asked).isEmpty();
    }

    private void accepted(String state) {
        QuoteToCash process =
                QuoteToCash.ofDirectOrder(UUID.randomUUID(), "O-000001", null, null, "c-1", Instant.EPOCH);
        KnownCustomer customer =
                new KnownCustomer(UUID.randomUUID(), "C-000001", state, "Northwind", List.of(), null, null);
        POSTGRES.transactions().fresh(() -> {
            processes.add(process);
            accept.handle(process.orderId(), customer);
        });
    }

    /** Begins something and lets no order pass. */
    private static final class SetUp implements AcceptanceGate {
        private final List<UUID> asked = new ArrayList<>();

        @Override
        public int place() {
            return 1;
        }

        @Override
        public boolean isOpen(UUID orderId, KnownCustomer customer) {
            asked.add(orderId);
            return false;
        }
    }
}
