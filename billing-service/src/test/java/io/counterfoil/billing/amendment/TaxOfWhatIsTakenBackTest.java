package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.allowance.DocumentTermJson;
import io.counterfoil.billing.amendment.ChangeJson.PreviewView;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.voiding.VoidingRequest;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is taken back on an invoice is taxed as it was billed, whatever holds meanwhile; what is new beside it as of its day. */
class TaxOfWhatIsTakenBackTest {
    private final LifeHouse life = new LifeHouse("2026-06-01");

    /** 120.00 at 8.25 % was 9.90: half of it is 4.95; half of the new price is 120.00, at 10 %. */
    @Test
    void the_rate_has_changed_since() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        rateIs("0.10");
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "240.00"));
        assertThat(lines())
                .containsExactly(
                        "RECURRING 120.00 + 9.90 S 0.0825",
                        "REPAIR -60.00 + -4.95 S 0.0825",
                        "RECURRING 120.00 + 12.00 S 0.1");
        assertThat(subtotals()).endsWith("S 0.0825 US-CA -60.00 + -4.95", "S 0.1 US-CA 120.00 + 12.00");
    }

    @Test
    void a_rate_that_was_published_anew_without_a_change_is_one_subtotal_with_the_old_one() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.house.database.update("update tax_rate set version = version + 1");
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "240.00"));
        assertThat(subtotals()).containsExactly("S 0.0825 US-CA 120.00 + 9.90", "S 0.0825 US-CA 60.00 + 4.95");
    }

    @Test
    void the_customer_is_exempt_since() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        exempt();
        PreviewView said = life.preview(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        assertThat(lines())
                .containsExactly(
                        "RECURRING 120.00 + 9.90 S 0.0825",
                        "REPAIR -60.00 + -4.95 S 0.0825",
                        "RECURRING 120.00 + 0.00 E 0");
        assertThat(said.taxAmount()).isEqualTo(Money.of("-4.95", "USD"));
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-06-01"));
        assertThat(life.house.<String>one("select sum(net_minor) || ' ' || sum(tax_minor) v from invoice"))
                .isEqualTo("0 0");
    }

    /** The reason of the exemption stands on the correction as it stood on the invoice. */
    @Test
    void the_customer_was_exempt_and_is_no_more() {
        exempt();
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.house.database.update("delete from tax_exemption");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(lines()).endsWith("REPAIR -60.00 + 0.00 E 0");
        assertThat(
                        life.house.<String>one(
                                "select count(distinct exemption_reason_code || exemption_reason || source)::text v from invoice_tax"))
                .isEqualTo("1");
    }

    @Test
    void prices_include_the_tax_since() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.house.database.update("update tax_rate set inclusive = true");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(lines()).endsWith("REPAIR -60.00 + -4.95 S 0.0825");
    }

    /** 119.00 with 19.00 in it: half of it is 50.00 and 9.50, though prices include nothing any more, at another rate. */
    @Test
    void prices_included_the_tax_and_do_so_no_more() {
        life.house.database.update("update tax_rate set rate = 0.19, inclusive = true");
        UUID month = life.subscribe("platform-monthly", "119.00");
        life.at("2026-06-16");
        life.house.database.update("update tax_rate set rate = 0.20, inclusive = false");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(lines()).endsWith("REPAIR -50.00 + -9.50 S 0.19");
    }

    @Test
    void each_authority_gives_back_its_part() {
        life.house.database.update(
                """
                insert into tax_rate_component (jurisdiction, category, version, component_number, authority, rate)
                values ('US-CA', 'S', 1, 1, 'California', 0.0725), ('US-CA', 'S', 1, 2, 'Los Angeles County', 0.01)
                """);
        UUID month = life.subscribe("platform-monthly", "100.00");
        life.at("2026-06-16");
        life.house.database.update("delete from tax_rate_component");
        rateIs("0.10");
        life.change(month, ChangeKind.PAUSE, Map.of());
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-06-01"));
        assertThat(subtotals())
                .containsExactly(
                        "S 0.0725 California 100.00 + 7.25",
                        "S 0.01 Los Angeles County 100.00 + 1.00",
                        "S 0.0725 California -50.00 + -3.63",
                        "S 0.01 Los Angeles County -50.00 + -0.50",
                        "S 0.0725 California -50.00 + -3.62",
                        "S 0.01 Los Angeles County -50.00 + -0.50");
    }

    @Test
    void each_part_of_a_period_goes_back_at_the_rate_of_its_days() {
        life.policy("tax.rateChange", "LEGAL_ENTITY", "US01", "SPLIT_PERIOD");
        life.house.database.update("update tax_rate set valid_to = '2026-06-11' where jurisdiction = 'US-CA'");
        life.house.database.update(
                "insert into tax_rate values ('US-CA', 'S', 2, 0.10, '2026-06-11', null, null, null, now())");
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        rateIs("0.50");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-06-01"));
        assertThat(lines())
                .containsExactly(
                        "RECURRING 10.00 + 0.83 S 0.0825",
                        "RECURRING 20.00 + 2.00 S 0.1",
                        "REPAIR -10.00 + -0.83 S 0.0825",
                        "REPAIR -20.00 + -2.00 S 0.1");
    }

    @Test
    void what_came_off_comes_back_at_the_rate_at_which_it_came_off() {
        life.publish(
                "sale",
                """
                {"name": "Sale", "validFrom": "2000-01-01",
                 "discounts": [{"discountId": "tenth", "name": "A tenth", "percentage": "10"}], "charges": [
                 {"chargeId": "monthly", "name": "Monthly", "kind": "RECURRING", "pricing": "FLAT",
                  "billingPeriod": "MONTH", "prices": [{"currency": "USD", "unitPrice": "100.00"}]}]}
                """);
        UUID month = life.subscribe("sale", null);
        life.at("2026-06-16");
        rateIs("0.10");
        life.change(month, ChangeKind.PAUSE, Map.of());
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-06-01"));
        assertThat(lines())
                .containsExactly(
                        "RECURRING 100.00 + 8.25 S 0.0825",
                        "DISCOUNT -10.00 + -0.82 S 0.0825",
                        "REPAIR -50.00 + -4.13 S 0.0825",
                        "DISCOUNT 5.00 + 0.41 S 0.0825",
                        "REPAIR -50.00 + -4.12 S 0.0825",
                        "DISCOUNT 5.00 + 0.41 S 0.0825");
    }

    /** A tenth off the whole document: it was untaxed with what it was on, and goes back with it. */
    @Test
    void what_is_agreed_for_whole_documents_goes_back_as_what_it_belongs_to() {
        life.call(
                "allowance.PublishDocumentTerm",
                "tenth",
                Json.read(
                        """
                        {"kind": "ALLOWANCE", "reasonCode": "95", "reason": "Agreed", "legalEntityId": "US01", "percent": "10",
                         "validFrom": "2000-01-01"}
                        """
                                .getBytes(StandardCharsets.UTF_8),
                        DocumentTermJson.Publication.class));
        exempt();
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.house.database.update("delete from tax_exemption");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        assertThat(lines())
                .endsWith(
                        "REPAIR -60.00 + 0.00 E 0",
                        "RECURRING 120.00 + 9.90 S 0.0825",
                        "ALLOWANCE 6.00 + 0.00 E 0",
                        "ALLOWANCE -12.00 + -0.99 S 0.0825");
    }

    @Test
    void what_only_takes_back_does_not_wait_for_the_source_of_tax() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.house.database.update("update tax_rate set source = 'SUSPENDED'");
        life.change(month, ChangeKind.PAUSE, Map.of());
        assertThat(lines()).endsWith("REPAIR -60.00 + -4.95 S 0.0825");
        life.change(month, ChangeKind.RESUME, Map.of());
        assertThat(lines()).as("what is charged anew waits").hasSize(2);
    }

    /** The repair counts no longer, so that what it took back can be taken back anew, and with its tax. */
    @Test
    void what_a_voided_invoice_took_back_is_left_again() {
        UUID month = life.subscribe("platform-monthly", "120.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        UUID last = UUID.fromString(
                life.house.one("select invoice_id::text v from invoice order by invoice_number desc limit 1"));
        life.call("voiding.VoidInvoice", last, new VoidingRequest("WRONG", null));
        life.work();
        assertThat(life.house.<String>one(
                        "select sum(net_minor) || ' ' || sum(tax_minor) v from invoice where state <> 'VOID'"))
                .as("15 days of one and 15 days of three")
                .isEqualTo("24000 1980");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-06-01"));
        assertThat(life.house.<String>one(
                        "select sum(net_minor) || ' ' || sum(tax_minor) v from invoice where state <> 'VOID'"))
                .isEqualTo("0 0");
    }

    private void rateIs(String rate) {
        life.house.database.update("update tax_rate set rate = ?::numeric", rate);
    }

    private void exempt() {
        life.house.database.update(
                "insert into tax_exemption values ('CUSTOMER', ?, 'US-CA', 1, 'VATEX-EU-132', 'Public body', 'CA-77', '2000-01-01', null, now())",
                BillingHouse.CUSTOMER);
    }

    /** Net, tax, category and rate of all lines, in their order. */
    private List<String> lines() {
        return life.house
                .database
                .query(
                        """
                        select l.type || ' ' || round(l.net_minor / 100.0, 2) || ' + ' || round(l.tax_minor / 100.0, 2) || ' '
                               || l.tax_category || ' ' || trim_scale(l.tax_rate) t
                          from invoice_line l join invoice i using (invoice_id) order by i.invoice_number, l.line_number
                        """)
                .list(row -> row.text("t"));
    }

    private List<String> subtotals() {
        return life.house
                .database
                .query(
                        """
                        select t.category || ' ' || trim_scale(t.rate) || ' ' || t.jurisdiction || ' '
                               || round(t.taxable_minor / 100.0, 2) || ' + ' || round(t.tax_minor / 100.0, 2) t
                          from invoice_tax t join invoice i using (invoice_id) order by i.invoice_number, t.subtotal_number
                        """)
                .list(row -> row.text("t"));
    }
}
