package io.counterfoil.billing.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.reconciliation.ReconciliationJson.Document;
import io.counterfoil.billing.reconciliation.ReconciliationJson.Total;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Billing's side of the reconciliation, and the database's own guard over what was issued. */
class DocumentsTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final Documents documents = house.beans.get(Documents.class);

    @BeforeEach
    void two_invoices_and_a_payment_of_one_and_a_half() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        for (String order : List.of("O-1", "O-2")) {
            Envelope accepted = BillingHouse.accepted(
                    order, new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
            house.inTransaction(() -> orders.handle(accepted));
        }
        house.publishAll();
        house.inTransaction(() -> house.beans
                .get(Payments.class)
                .record(new Receipt(
                        "stripe",
                        "pi_1",
                        "evt_1",
                        Money.of("150.00", "USD"),
                        "US01-2026-000001",
                        null,
                        null,
                        null,
                        Instant.parse("2026-01-15T18:30:00Z"))));
    }

    @Test
    void what_is_not_published_is_not_counted_and_everything_else_is() {
        assertThat(documents.totals(documents.lastPosition()))
                .extracting(t -> t.kind() + " " + t.legalEntityId() + " " + t.count() + " " + t.amount())
                .containsExactly("INVOICE US01 2 216.50 USD");
        house.publishAll();
        assertThat(documents.totals(documents.lastPosition()))
                .extracting(t -> t.kind() + " " + t.count() + " " + t.amount())
                .containsExactly("APPLICATION 1 108.25 USD", "INVOICE 2 216.50 USD", "PAYMENT 1 150.00 USD");
    }

    @Test
    void an_earlier_position_shows_what_was_then() {
        house.publishAll();
        assertThat(documents.totals(2))
                .extracting(t -> t.kind() + " " + t.count() + " " + t.amount())
                .containsExactly("INVOICE 1 108.25 USD");
        assertThat(documents.totals(0)).isEmpty();
    }

    @Test
    void the_digest_is_that_of_the_documents_lines() throws Exception {
        byte[] lines = "US01-2026-000001|108.25|USD\nUS01-2026-000002|108.25|USD\n".getBytes(StandardCharsets.UTF_8);
        assertThat(documents.totals(documents.lastPosition()))
                .extracting(Total::digest)
                .containsExactly(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(lines)));
    }

    @Test
    void documents_come_by_pages_in_the_order_of_their_numbers() {
        DocumentFilter filter = new DocumentFilter(DocumentKind.INVOICE, "US01", "USD");
        List<Document> first = documents.page(100, filter, null, 1);
        assertThat(first).extracting(Document::documentNumber).containsExactly("US01-2026-000001");
        assertThat(documents.page(100, filter, "US01-2026-000001", 5))
                .extracting(Document::documentNumber)
                .containsExactly("US01-2026-000002");
    }

    @Test
    void a_row_that_was_tampered_with_shows_although_the_event_says_otherwise() {
        house.database.update("alter table invoice disable trigger issued_is_immutable");
        house.database.update(
                "update invoice set net_minor = net_minor + 1, payable_minor = payable_minor + 1 where invoice_number like '%2'");
        assertThat(documents.totals(documents.lastPosition()))
                .extracting(total -> total.amount().amount())
                .containsExactly("216.51");
    }

    @Test
    void the_database_refuses_to_change_what_was_issued() {
        for (String change : List.of(
                "update invoice set payable_minor = payable_minor + 1, net_minor = net_minor + 1",
                "update invoice set due_date = due_date + 1",
                "delete from invoice_line",
                "update invoice_line set description = 'other'",
                "update invoice_tax set rate = 0",
                "delete from invoice_tax",
                "update payment_application set amount_minor = 1",
                "delete from payment_application")) {
            assertThatThrownBy(() -> house.database.update(change)).as(change).isInstanceOf(DatabaseFailure.class);
        }
    }

    @Test
    void the_database_refuses_an_invoice_whose_lines_do_not_add_up() {
        assertThatThrownBy(() -> house.inTransaction(() -> {
                    house.database.update("set local session_replication_role = origin");
                    house.database.update(
                            """
                            insert into invoice select (jsonb_populate_record(i, jsonb_build_object(
                                'invoice_id', gen_random_uuid(), 'invoice_number', 'X', 'issued_event_id', gen_random_uuid()))).*
                              from invoice i where invoice_number = 'US01-2026-000002'
                            """);
                }))
                .hasStackTraceContaining("does not add up");
    }

    @Test
    void the_database_refuses_an_item_that_is_billed_twice() {
        assertThatThrownBy(
                        () -> house.database.update(
                                """
                        insert into invoice_line select (jsonb_populate_record(l, jsonb_build_object(
                            'line_id', gen_random_uuid(), 'line_number', 9))).* from invoice_line l limit 1
                        """))
                .hasStackTraceContaining("invoice_line_item");
    }

    @Test
    void the_database_refuses_money_that_settles_twice() {
        assertThatThrownBy(
                        () -> house.database.update(
                                """
                        insert into payment select (jsonb_populate_record(p, jsonb_build_object('payment_id', gen_random_uuid(),
                            'gateway_event_id', 'evt_2', 'event_id', gen_random_uuid()))).* from payment p
                        """))
                .hasStackTraceContaining("payment_settles_once");
    }
}
