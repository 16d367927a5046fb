package io.counterfoil.billing.voiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on an invoice forbids to void it; else it counts no longer, and what it billed is billable again. */
class VoidInvoiceTest {
    private static final Line MONTHLY = new Line("platform-monthly", "3", "10.00", "2026-01-01", null);
    private static final Line SETUP = new Line("setup-once", "1", "500.00", "2026-01-01", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private final VoidInvoice use = house.bean("voiding.VoidInvoice");

    @BeforeEach
    void issued() {
        house.database.update("delete from customer_credit");
    }

    @Test
    void a_voided_invoice_counts_no_longer_and_its_number_stays_listed() {
        order(MONTHLY);
        voidFirst();
        assertThat(invoices()).containsExactly("US01-2026-000001 VOID 0");
        assertThat(house.told()).endsWith("invoice.issued", "invoice.voided");
        assertThat(house.<String>one("select data v from outbox where type like '%voided%'"))
                .contains("\"amount\":{\"amount\":\"32.48\"", "\"mode\":\"VOID\"", "\"afterWriteOff\":false");
        assertThatThrownBy(this::voidFirst).isInstanceOf(IllegalMove.class);
    }

    @Test
    void its_last_period_falls_due_again_and_is_billed_once() {
        order(MONTHLY);
        voidFirst();
        run();
        assertThat(invoices()).containsExactly("US01-2026-000001 VOID 0", "US01-2026-000002 ISSUED 3248");
        assertThat(house.<String>one("select count(*) v from invoice_line where not voided"))
                .isEqualTo("1");
        run();
        assertThat(invoices()).hasSize(2);
    }

    @Test
    void a_period_before_later_ones_and_what_was_charged_once_wait_for_the_next_invoice() {
        order(MONTHLY, SETUP);
        house.clockAt("2026-02-01T18:00:00Z");
        run();
        voidFirst();
        run();
        assertThat(invoices()).as("nothing is due by itself").hasSize(2);
        house.clockAt("2026-03-01T18:00:00Z");
        run();
        assertThat(house.database
                        .query(
                                """
                                select l.type || ' ' || coalesce(l.period_start::text, '-') t from invoice_line l
                                  join invoice i using (invoice_id) where i.invoice_number = 'US01-2026-000003' order by 1
                                """)
                        .list(row -> row.text("t")))
                .containsExactly("ONE_TIME -", "RECURRING 2026-01-01", "RECURRING 2026-03-01");
    }

    @Test
    void credit_that_it_had_used_returns() {
        credit();
        order(MONTHLY);
        assertThat(invoices()).containsExactly("US01-2026-000001 PARTIALLY_PAID 1248");
        voidFirst();
        assertThat(invoices()).containsExactly("US01-2026-000001 VOID 0");
        assertThat(house.<String>one("select remaining_minor v from customer_credit"))
                .isEqualTo("2000");
        assertThat(house.<String>one("select data v from outbox where type like '%voided%'"))
                .contains("\"creditsReturned\":[{", "\"amount\":\"20.00\"");
    }

    @Test
    void a_paid_invoice_is_not_voided() {
        order(MONTHLY);
        house.database.update(
                """
                with paid as (
                  insert into payment (payment_id, channel, gateway_reference, gateway_event_id, legal_entity_id, currency, amount_minor,
                      unapplied_minor, state, value_date, effective_at, correlation_id, event_id, version)
                  values (gen_random_uuid(), 'stripe', 'pi', 'evt', 'US01', 'USD', 100, 100, 'SETTLED', '2026-01-01', now(), 'c',
                      gen_random_uuid(), 1) returning payment_id),
                part as (
                  insert into invoice_settlement select gen_random_uuid(), i.invoice_id, 'CASH', 100, p.payment_id, '2026-01-01', now()
                    from invoice i, paid p)
                update invoice set open_minor = open_minor - 100, state = 'PARTIALLY_PAID', version = 2
                """);
        assertThatThrownBy(this::voidFirst).isInstanceOf(CashIsApplied.class);
        assertThat(house.told()).doesNotContain("invoice.voided");
    }

    private void order(Line... lines) {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handleRun(List.of(BillingHouse.accepted("O-1", lines))));
    }

    private void run() {
        Object next = house.bean("billingrun.BillNextSet");
        house.inTransaction(() -> {
            try {
                var handle = next.getClass().getDeclaredMethod("handle", int.class);
                handle.setAccessible(true);
                handle.invoke(next, 50);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void voidFirst() {
        UUID first =
                UUID.fromString(house.one("select invoice_id::text v from invoice order by invoice_number limit 1"));
        house.inTransaction(() -> use.handle(first, new VoidingRequest("WRONG", "Wrong quantity")));
    }

    private void credit() {
        house.database.update(
                """
                insert into customer_credit (credit_id, legal_entity_id, customer_id, currency, kind, origin, state,
                    amount_minor, remaining_minor, reason_code, requested_by, effective_date, effective_at, correlation_id,
                    version)
                values (gen_random_uuid(), 'US01', ?::uuid, 'USD', 'CUSTOMER_CREDIT', 'GRANT', 'GRANTED', 2000, 2000,
                        'GOODWILL', 'tester', '2026-01-01', now(), 'c', 1)
                """,
                BillingHouse.CUSTOMER);
    }

    private List<String> invoices() {
        return house.database
                .query(
                        "select invoice_number || ' ' || state || ' ' || open_minor t from invoice order by invoice_number")
                .list(row -> row.text("t"));
    }
}
