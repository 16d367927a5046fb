package io.counterfoil.billing.voiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.collection.AttemptUnderway;
import io.counterfoil.billing.collection.Attempts;
import io.counterfoil.billing.creditmemo.CreditMemoJson.VoidRequest;
import io.counterfoil.billing.creditmemo.CreditMemos;
import io.counterfoil.billing.creditmemo.MemoInUse;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.lang.reflect.InvocationTargetException;
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
        house.database.update("insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
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

    @Test
    void what_is_disputed_held_by_a_memo_or_being_collected_is_not_voided() {
        order(MONTHLY);
        house.database.update(
                """
                insert into invoice_dispute (dispute_id, invoice_id, customer_id, currency, amount_minor, reason_code, state,
                    opened_by, opened_on, version)
                select gen_random_uuid(), invoice_id, customer_id, 'USD', 100, 'X', 'OPENED', 'x', '2026-01-02', 1 from invoice
                """);
        assertThatThrownBy(this::voidFirst).isInstanceOf(InvoiceIsDisputed.class);
        house.database.update("delete from invoice_dispute");
        limit("creditMemo.approvalLimit", "0");
        memo("10.00");
        assertThatThrownBy(this::voidFirst).isInstanceOf(MemoInTheMaking.class);
        house.database.update("update credit_memo set state = 'DISCARDED'");
        house.database.update(
                "insert into payment_method select customer_id, 'stripe', 'cus_1', 'pm_1', 'x', now(), 1 from invoice");
        house.inTransaction(() -> house.beans.get(Attempts.class).retry(first()));
        assertThatThrownBy(this::voidFirst).isInstanceOf(AttemptUnderway.class);
    }

    @Test
    void what_a_memo_has_settled_is_not_voided() {
        order(MONTHLY);
        memo("10.00");
        assertThatThrownBy(this::voidFirst).isInstanceOf(MemoIsApplied.class);
        assertThat(invoices()).containsExactly("US01-2026-000001 ISSUED 2248");
    }

    @Test
    void by_policy_a_credit_note_stands_against_it_and_what_it_billed_is_billed_again_once() {
        limit("void.mode", "CREDIT_NOTE");
        order(MONTHLY);
        voidFirst();
        assertThat(invoices()).containsExactly("US01-2026-000001 CREDITED 0");
        assertThat(house.told()).contains("creditmemo.issued").doesNotContain("invoice.voided");
        assertThat(house.<String>one("select data v from outbox where type like '%creditmemo.issued%'"))
                .contains(
                        "\"documentTypeCode\":\"381\"",
                        "\"precedingInvoiceReference\":{",
                        "\"invoiceNumber\":\"US01-2026-000001\"",
                        "\"void.mode\":\"CREDIT_NOTE@LEGAL_ENTITY/US01/1\"");
        run();
        assertThat(invoices()).containsExactly("US01-2026-000001 CREDITED 0", "US01-2026-000002 ISSUED 3248");
        run();
        assertThat(invoices()).hasSize(2);
        assertThatThrownBy(this::voidFirst).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(this::voidMemo).isInstanceOf(MemoInUse.class);
    }

    @Test
    void credit_that_had_paid_it_is_credit_again_after_a_credit_note() {
        limit("void.mode", "CREDIT_NOTE");
        credit();
        order(MONTHLY);
        voidFirst();
        assertThat(house.<String>one("select sum(remaining_minor) v from customer_credit"))
                .isEqualTo("2000");
    }

    private void memo(String amount) {
        house.inTransaction(
                () -> house.beans.get(CreditMemos.class).write(first(), Money.of(amount, "USD"), "SERVICE", null));
    }

    private void voidMemo() {
        Object use = house.bean("creditmemo.VoidCreditMemo");
        UUID memo = UUID.fromString(house.one("select credit_memo_id::text v from credit_memo"));
        house.inTransaction(() -> {
            try {
                var handle = use.getClass().getDeclaredMethod("handle", UUID.class, VoidRequest.class);
                handle.setAccessible(true);
                handle.invoke(use, memo, new VoidRequest("WRONG", null));
            } catch (InvocationTargetException refused) {
                throw (RuntimeException) refused.getCause();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void limit(String policy, String value) {
        house.database.update(
                "insert into policy_value values (?, 'LEGAL_ENTITY', 'US01', 1, ?, '2020-01-01', null, 'x', now())",
                policy,
                value);
    }

    private UUID first() {
        return UUID.fromString(house.one("select invoice_id::text v from invoice order by invoice_number limit 1"));
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
        UUID first = first();
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
