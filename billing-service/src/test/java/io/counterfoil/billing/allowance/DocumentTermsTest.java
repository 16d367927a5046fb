package io.counterfoil.billing.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.allowance.DocumentTermJson.Kind;
import io.counterfoil.billing.allowance.DocumentTermJson.Publication;
import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed for whole documents is beside their lines, taxed and earned as what it belongs to, and adds up. */
class DocumentTermsTest {
    private static final Line YEAR = new Line("platform-annual", "1", "1200.00", "2026-01-01", "2027-01-01");
    private static final Line SETUP = new Line("setup-once", "1", "500.00", "2026-01-01", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private final PublishDocumentTerm publish = house.bean("allowance.PublishDocumentTerm");

    @Test
    void an_allowance_in_percent_is_spread_over_what_is_sold_and_is_one_on_the_document() {
        term("partner", Kind.ALLOWANCE, "10", null, null, null);
        JsonNode event = invoice(YEAR, SETUP);
        assertThat(event.path("lines")).hasSize(2);
        assertThat(texts(event.path("allowancesCharges"), "amount", "taxAmount", "revenueTreatment", "servicePeriod"))
                .containsExactly("-120.00 -9.90 OVER_TIME_DAILY 2026-01-01", "-50.00 -4.12 POINT_IN_TIME ");
        assertThat(event.at("/netAmount/amount").asText()).isEqualTo("1530.00");
        assertThat(event.at("/taxAmount/amount").asText()).as("126.225").isEqualTo("126.23");
        JsonNode document = document();
        assertThat(texts(document.path("allowancesCharges"), "amount", "baseAmount", "percentage", "reasonCode"))
                .containsExactly("-170.00 1700.00 10 95");
        assertThat(document.at("/lineTotalAmount/amount").asText()).isEqualTo("1700.00");
        assertThat(document.at("/allowanceTotalAmount/amount").asText()).isEqualTo("170.00");
        assertThat(document.at("/chargeTotalAmount/amount").asText()).isEqualTo("0.00");
    }

    /** EN-01: Peppol BIS 3, base-example.xml: lines of 1,300, a charge of 25 on the document, VAT 25 percent. */
    @Test
    void a_charge_of_the_document_is_taxed_with_its_lines() {
        house.database.update("update tax_rate set rate = 0.25");
        term("insurance", Kind.CHARGE, null, "25.00", "INSURANCE", null);
        JsonNode event = invoice(new Line("setup-once", "1", "1300.00", "2026-01-01", null));
        assertThat(texts(event.path("allowancesCharges"), "amount", "productId"))
                .containsExactly("25.00 INSURANCE");
        assertThat(event.at("/netAmount/amount").asText()).isEqualTo("1325.00");
        assertThat(event.at("/taxAmount/amount").asText()).isEqualTo("331.25");
        assertThat(event.at("/payableAmount/amount").asText()).isEqualTo("1656.25");
    }

    /** EN-02: Peppol BIS 3, Allowance-example.xml: plus and minus 200 at 25 percent beside an exempt line of 1,000. */
    @Test
    void what_is_put_on_and_taken_off_has_a_category_of_its_own() {
        house.database.update("update tax_rate set rate = 0.25");
        house.database.update(
                "insert into tax_rate values ('US-CA', 'E', 1, 0, '2020-01-01', null, 'VATEX-EU-132', 'Exempt', now())");
        term("cleaning", Kind.CHARGE, null, "200.00", null, TaxCategory.S);
        term("discount", Kind.ALLOWANCE, null, "200.00", null, TaxCategory.S);
        JsonNode event = taxed(List.of("4000.00 S", "1000.00 E", "900.00 S"));
        assertThat(event.at("/netAmount/amount").asText()).isEqualTo("5900.00");
        assertThat(event.at("/taxAmount/amount").asText()).isEqualTo("1225.00");
        assertThat(event.at("/payableAmount/amount").asText()).isEqualTo("7125.00");
        assertThat(texts(event.path("taxSubtotals"), "category", "taxableAmount"))
                .containsExactlyInAnyOrder("S 4900.00", "E 1000.00");
    }

    @ParameterizedTest
    @CsvSource({"33.333333, -400.00 -166.67, 1133.33", "0.5, -6.00 -2.50, 1691.50", "100, -1200.00 -500.00, 0.00"})
    void its_parts_add_up_to_the_percentage_of_the_sum(String percent, String parts, String net) {
        term("partner", Kind.ALLOWANCE, percent, null, null, null);
        JsonNode event = invoice(YEAR, SETUP);
        assertThat(String.join(" ", texts(event.path("allowancesCharges"), "amount")))
                .isEqualTo(parts);
        assertThat(event.at("/netAmount/amount").asText()).isEqualTo(net);
    }

    @Test
    void it_is_of_one_customer_or_contract_and_ends_when_its_newest_version_says_so() {
        Publication others = said(Kind.CHARGE, "5", null, null, null);
        house.inTransaction(() -> publish.handle("others", of(others, UUID.randomUUID(), null, null)));
        house.inTransaction(() -> publish.handle("contract", of(others, null, UUID.randomUUID(), null)));
        house.inTransaction(() -> publish.handle("over", of(others, null, null, null)));
        house.inTransaction(() -> publish.handle("over", of(others, null, null, LocalDate.parse("2026-01-01"))));
        assertThat(invoice(YEAR).has("allowancesCharges")).isFalse();
        house.inTransaction(
                () -> publish.handle("own", of(others, UUID.fromString(BillingHouse.CUSTOMER), null, null)));
        assertThat(texts(invoice(YEAR).path("allowancesCharges"), "amount")).containsExactly("60.00");
    }

    @Test
    void what_is_billed_again_after_a_void_bears_it_once() {
        term("partner", Kind.ALLOWANCE, "10", null, null, null);
        invoice(new Line("platform-monthly", "1", "100.00", "2026-01-01", null));
        UUID invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
        call("voiding.VoidInvoice", invoice, voiding());
        call("billingrun.BillNextSet", 50);
        assertThat(house.<String>one("select max(net_minor) || ' ' || count(*) v from invoice where state = 'ISSUED'"))
                .isEqualTo("9000 1");
    }

    @Test
    void it_is_credited_with_the_rest_of_the_invoice() {
        house.database.update("insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
        term("partner", Kind.ALLOWANCE, "10", null, null, null);
        invoice(YEAR, SETUP);
        UUID invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
        house.inTransaction(() -> house.beans
                .get(io.counterfoil.billing.creditmemo.CreditMemos.class)
                .write(invoice, Money.of("1000.00", "USD"), "GOODWILL", null));
        house.inTransaction(() -> house.beans
                .get(io.counterfoil.billing.creditmemo.CreditMemos.class)
                .write(invoice, Money.of("656.23", "USD"), "GOODWILL", null));
        assertThat(house.<String>one("select sum(net_minor) || ' ' || sum(tax_minor) v from credit_memo"))
                .isEqualTo("153000 12623");
        assertThat(house.<String>one("select open_minor || ' ' || state v from invoice"))
                .isEqualTo("0 CREDITED");
    }

    @Test
    void what_makes_no_sense_is_refused_and_the_same_again_is_no_new_version() {
        Publication five = said(Kind.CHARGE, "5", null, null, null);
        assertThat(publishes("five", five)).isEqualTo(1);
        assertThat(publishes("five", five)).isEqualTo(1);
        assertThat(publishes("five", said(Kind.CHARGE, "6", null, null, null))).isEqualTo(2);
        for (Publication wrong : List.of(
                said(Kind.CHARGE, null, null, null, null),
                said(Kind.CHARGE, "5", "1.00", null, null),
                said(Kind.CHARGE, "0.0", null, null, null),
                said(Kind.ALLOWANCE, "100.01", null, null, null),
                said(Kind.CHARGE, null, "0.00", null, null),
                said(Kind.ALLOWANCE, "5", null, "OWN", null))) {
            assertThatThrownBy(() -> publishes("wrong", wrong)).isInstanceOf(Invalid.class);
        }
    }

    private int publishes(String id, Publication said) {
        return house.inTransaction(() -> publish.handle(id, said)).version();
    }

    private void term(String id, Kind kind, String percent, String amount, String product, TaxCategory category) {
        publishes(id, said(kind, percent, amount, product, category));
    }

    private static Publication said(Kind kind, String percent, String amount, String product, TaxCategory category) {
        return new Publication(
                kind,
                kind == Kind.ALLOWANCE ? "95" : "FC",
                "Agreed",
                "US01",
                null,
                null,
                percent,
                amount == null ? null : List.of(Money.of(amount, "USD")),
                product,
                category,
                LocalDate.parse("2020-01-01"),
                null);
    }

    private static Publication of(Publication said, UUID customer, UUID contract, LocalDate until) {
        return new Publication(
                said.kind(),
                said.reasonCode(),
                said.reason(),
                said.legalEntityId(),
                customer,
                contract,
                said.percent(),
                null,
                null,
                null,
                said.validFrom(),
                until);
    }

    private JsonNode invoice(Line... lines) {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(BillingHouse.accepted("O-" + UUID.randomUUID(), lines)));
        return event();
    }

    /** One order whose lines have categories of their own. */
    private JsonNode taxed(List<String> lines) {
        var accepted = BillingHouse.accepted(
                "O-1",
                lines.stream()
                        .map(line -> new Line("setup-once", "1", line.split(" ")[0], "2026-01-01", null))
                        .toArray(Line[]::new));
        String data = new String(accepted.data(), StandardCharsets.UTF_8);
        for (String line : lines) {
            data = data.replaceFirst(
                    "\"taxCategoryCode\":\"S\"", "\"taxCategoryCode\":\"_" + line.split(" ")[1] + "\"");
        }
        var other = new io.counterfoil.common.event.Envelope(
                accepted.id(),
                accepted.type(),
                accepted.source(),
                accepted.subject(),
                accepted.time(),
                accepted.correlationId(),
                null,
                1,
                1,
                accepted.partitionKey(),
                null,
                "tester",
                null,
                data.replace("\"_", "\"").getBytes(StandardCharsets.UTF_8));
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(other));
        return event();
    }

    private JsonNode event() {
        String data =
                house.one("select data v from outbox where type like '%invoice.issued%' order by seq desc limit 1");
        return Json.read(data.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private JsonNode document() {
        UUID invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
        return Json.read(
                house.beans.get(Archive.class).find(invoice).orElseThrow().content(), JsonNode.class);
    }

    private static Object voiding() {
        return Json.read(
                "{\"reasonCode\": \"WRONG\"}".getBytes(StandardCharsets.UTF_8),
                type("io.counterfoil.billing.voiding.VoidingRequest"));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void call(String name, Object... arguments) {
        Object bean = house.bean(name);
        var handle = java.util.Arrays.stream(bean.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("handle") && !method.isSynthetic())
                .findFirst()
                .orElseThrow();
        handle.setAccessible(true);
        house.inTransaction(() -> {
            try {
                handle.invoke(bean, arguments);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Each element in the words of these fields: the amount of money, the start of a period, else the text. */
    private static List<String> texts(JsonNode array, String... fields) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(one -> java.util.Arrays.stream(fields)
                        .map(field -> text(one.path(field)))
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.has("amount")
                ? value.path("amount").asText()
                : value.has("start") ? value.path("start").asText() : value.asText("");
    }
}
