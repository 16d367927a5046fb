package io.counterfoil.billing.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.common.event.EventHandler;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice is archived in the transaction of its issue, and nothing but the original is ever given out. */
class ArchiveTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final Archive archive = house.beans.get(Archive.class);
    private UUID invoice;

    @BeforeEach
    void issued() {
        house.database.update("update legal_entity set tax_registration = '94-1234567' where legal_entity_id = 'US01'");
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "1200.00", "2026-01-01", "2027-01-01"))));
        invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
    }

    @Test
    void it_says_all_that_an_invoice_has_to_say() {
        assertThat(new String(archive.find(invoice).orElseThrow().content(), StandardCharsets.UTF_8))
                .contains(
                        "\"invoiceNumber\":\"US01-2026-000001\"",
                        "\"issueDate\":\"2026-01-01\"",
                        "\"taxRegistration\":\"94-1234567\"",
                        "\"name\":\"Northwind Robotics Inc.\"",
                        "\"servicePeriod\":{\"end\":\"2027-01-01\",\"start\":\"2026-01-01\"}",
                        "\"quantity\":\"1\"",
                        "\"unitPrice\":\"1200.00\"",
                        "\"taxableAmount\":{\"amount\":\"1200.00\",\"currency\":\"USD\"}",
                        "\"payableAmount\":{\"amount\":\"1299.00\",\"currency\":\"USD\"}");
    }

    /** EN 16931, BT-6 and BT-111. */
    @Test
    void the_tax_is_said_in_the_national_currency_too_where_that_is_another() {
        house.database.update(
                "insert into tax_exchange_rate values ('EUR', 'USD', '2025-12-31', 1, 1.10, 'ECB', now())");
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Line line = new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01");
        house.inTransaction(() -> orders.handle(BillingHouse.accepted("O-2", "US01", "EUR", "US", "CA", line)));
        UUID foreign = UUID.fromString(house.one("select invoice_id::text v from invoice where currency = 'EUR'"));
        assertThat(new String(archive.find(foreign).orElseThrow().content(), StandardCharsets.UTF_8))
                .contains(
                        "\"taxAmount\":{\"amount\":\"8.25\",\"currency\":\"EUR\"}",
                        "\"taxCurrency\":\"USD\"",
                        "\"taxCurrencyAmount\":{\"amount\":\"9.08\",\"currency\":\"USD\"}");
        assertThat(house.<String>one(
                        "select data v from outbox where data like '%\"EUR\"%' and type like '%invoice.issued%'"))
                .contains("\"taxCurrencyAmount\":{\"amount\":\"9.08\"");
        assertThat(new String(archive.find(invoice).orElseThrow().content(), StandardCharsets.UTF_8))
                .doesNotContain("taxCurrency");
    }

    @Test
    void its_digest_is_that_of_its_bytes() throws Exception {
        Archive.Kept kept = archive.find(invoice).orElseThrow();
        byte[] sha256 = java.security.MessageDigest.getInstance("SHA-256").digest(kept.content());
        assertThat(kept.digest()).isEqualTo(HexFormat.of().formatHex(sha256));
    }

    @Test
    void the_database_refuses_to_change_it() {
        assertThatThrownBy(() -> house.database.update("update archived_document set content = '\\x00'"))
                .hasMessageContaining("the archive is never changed");
    }

    @Test
    void what_was_altered_past_the_database_is_not_given_out() {
        house.database.update("alter table archived_document disable trigger archive_is_immutable");
        house.database.update("update archived_document set sha256 = sha256('another')");
        assertThatThrownBy(() -> archive.find(invoice)).isInstanceOf(ArchivedDocumentAltered.class);
        house.database.update("update archived_document set content = '\\x00'");
        assertThatThrownBy(() -> archive.find(invoice)).isInstanceOf(ArchivedDocumentAltered.class);
        house.database.update("alter table archived_document enable trigger archive_is_immutable");
    }
}
