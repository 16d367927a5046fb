package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Routes;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.contract.ContractBook;
import io.counterfoil.order.contract.ContractJson;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import io.counterfoil.order.order.Northwind;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderJson;
import io.counterfoil.order.salesforce.RefusedBySalesforce;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one request or one event does to an order is in the database when its transaction ends, and told as it is. */
class OrdersOneByOneTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final HoldReason WHY =
            new HoldReason("product-not-mapped", "no mapping", "revenue-operations", "add it", null);

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final ProcessBook book = beans.get(ProcessBook.class);
    private final OrderBook orders = beans.get(OrderBook.class);
    private final ContractBook contracts = beans.get(ContractBook.class);
    private final AcceptOrder accept = beans.get(AcceptOrder.class);
    private final Processes processes = beans.get(Processes.class);

    private UUID placed() {
        return POSTGRES.transactions().fresh(() -> book.orderPlaced(
                        new ExternalReference("shop", UUID.randomUUID().toString()), null, Northwind.checked())
                .orElseThrow());
    }

    private OrderJson shown(UUID id) {
        return POSTGRES.transactions().fresh(() -> orders.show(id));
    }

    @Test
    void a_new_order_is_shown_with_its_lines_and_the_version_that_it_has_in_the_database() {
        OrderJson inside = POSTGRES.transactions().fresh(() -> {
            UUID id = book.orderPlaced(null, null, Northwind.checked()).orElseThrow();
            return orders.show(id);
        });
        assertThat(inside.lines()).hasSize(2);
        assertThat(shown(inside.orderId())).isEqualTo(inside);
        assertThat(inside.version()).isEqualTo(2);
    }

    @Test
    void a_deal_of_two_legal_entities_is_two_orders_that_know_each_other() {
        UUID first = POSTGRES.transactions().fresh(() -> {
            UUID id = book.orderPlaced(null, null, Northwind.checked()).orElseThrow();
            book.furtherParts(id, null, List.of(Northwind.checked(), Northwind.checked()));
            return id;
        });
        UUID second = book.otherParts(first).get(0);
        QuoteToCash process = processes.find(first).orElseThrow();
        assertThat(process.crm().deal()).contains(first);
        assertThat(processes.parts(process)).extracting(QuoteToCash::orderId).containsExactlyInAnyOrder(first, second);
        assertThat(processes.find(second).orElseThrow().isFurtherPart()).isTrue();
    }

    @Test
    void held_and_given_up_it_says_so_and_has_each_of_its_stays() {
        UUID id = placed();
        POSTGRES.transactions().fresh(() -> book.hold(id, WHY));
        QuoteToCash held = processes.find(id).orElseThrow();
        assertThat(held.waiting().orElseThrow().why()).isEqualTo(WHY);
        assertThat(shown(id).reasonCode()).isEqualTo("product-not-mapped");
        POSTGRES.transactions().fresh(() -> book.giveUp(id, "changed its mind"));
        assertThat(shown(id).state().name()).isEqualTo("REJECTED");
        assertThat(processes.find(id).orElseThrow().waiting()).isEmpty();
        assertThat(database.query("select state from process_stage where order_id = ? order by number", id)
                        .list(row -> row.text("state")))
                .containsExactly("RESOLVING_CUSTOMER", "HELD", "REJECTED");
    }

    @Test
    void held_by_a_refusal_it_names_the_team_that_has_the_exception() {
        RefusedBySalesforce why = new RefusedBySalesforce(400, "a field is missing");
        UUID id = placed();
        POSTGRES.transactions().fresh(() -> {
            beans.get(Routes.class).set(why.trouble(), "crm-desk", 30);
            byte[] original = "{}".getBytes(StandardCharsets.UTF_8);
            UUID exception = beans.get(Troubles.class)
                    .park(Parked.of("step:x", id.toString(), why, "application/json", original, null));
            beans.get(HoldOrder.class).handle(id, why, exception);
        });
        assertThat(processes
                        .find(id)
                        .orElseThrow()
                        .waiting()
                        .orElseThrow()
                        .why()
                        .owner())
                .isEqualTo("crm-desk");
        assertThat(database.query(
                                "select data::jsonb ->> 'owner' as owner from outbox"
                                        + " where subject = ? and type like '%order.held%'",
                                id.toString())
                        .list(row -> row.text("owner")))
                .containsExactly("crm-desk");
    }

    @Test
    void its_contract_has_obligations_and_a_further_version_when_it_is_amended() {
        UUID id = placed();
        POSTGRES.transactions().fresh(() -> accept.handle(id, Northwind.customer()));
        ContractJson signed = contracts.ofOrder(id).orElseThrow();
        assertThat(signed.obligations()).hasSize(2);
        POSTGRES.transactions()
                .fresh(() -> contracts.amended(
                        signed.contractId(), UUID.randomUUID(), "PRICE", Northwind.ORDER, LocalDate.of(2026, 3, 1)));
        assertThat(contracts.show(signed.contractId()).contractVersion()).isEqualTo(2);
        assertThat(contracts.show(signed.contractId()).obligations()).isEqualTo(signed.obligations());
        assertThat(shown(id).contractId()).isEqualTo(signed.contractId());
        assertThat(shown(id).customerId()).isEqualTo(Northwind.CUSTOMER);
    }
}
