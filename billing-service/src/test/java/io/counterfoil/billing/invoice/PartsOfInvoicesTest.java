package io.counterfoil.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schema refuses by itself, whatever the code believes: it looks at whole sets, and still at each row of them. */
class PartsOfInvoicesTest {
    private static final String COPY_OF_A_LINE =
            """
            insert into invoice_line select (jsonb_populate_record(l, jsonb_build_object('line_id', gen_random_uuid(),
              'item_id', gen_random_uuid(), 'line_number', 99, %s))).* from invoice_line l limit 1
            """;

    private final BillingHouse house = new BillingHouse().furnished();

    @BeforeEach
    void an_issued_invoice() {
        Envelope order =
                BillingHouse.accepted("O-1", new Line("platform-monthly", "1", "10.00", "2026-01-01", "2026-12-01"));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(order));
        assertThat(house.<String>one("select count(*) v from invoice")).isEqualTo("1");
        assertThat(house.<String>one("select count(*) v from invoice_parts_loose"))
                .isEqualTo("0");
    }

    @Test
    void a_line_without_an_invoice_never_commits() {
        refused(COPY_OF_A_LINE.formatted("'invoice_id', gen_random_uuid()"), "belong to no invoice");
    }

    @Test
    void a_tax_subtotal_without_an_invoice_never_commits() {
        refused(
                """
                insert into invoice_tax select (jsonb_populate_record(t, jsonb_build_object('invoice_id', gen_random_uuid()))).*
                  from invoice_tax t
                """,
                "belong to no invoice");
    }

    @Test
    void an_issued_invoice_gets_no_further_line() {
        refused(COPY_OF_A_LINE.formatted("'net_minor', 0"), "an issued invoice is immutable");
    }

    @Test
    void a_line_bills_a_charge_that_is_there_and_stays() {
        refused(
                COPY_OF_A_LINE.formatted("'invoice_id', gen_random_uuid(), 'order_charge_id', gen_random_uuid()"),
                "a charge that is not there");
        refused("delete from order_charge", "a charge is never deleted");
    }

    @Test
    void nobody_counts_the_parts_but_the_schema() {
        refused("insert into invoice_parts_loose values (pg_current_xact_id(), 0)", "only the schema counts");
    }

    private void refused(String sql, String because) {
        assertThatThrownBy(() -> house.inTransaction(() -> house.database.update(sql)))
                .hasStackTraceContaining(because);
    }
}
