package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.archive.Archive;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A correction refers to the original (EN 16931, BG-3), in the event, in the archived document and on its lines. */
class CorrectionsTest {
    private final LifeHouse life = new LifeHouse("2012-05-01").plan("pistol", "MONTH");

    @BeforeEach
    void memos_have_numbers() {
        life.house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{number:3}', 1, 1)");
    }

    @Test
    void a_first_invoice_corrects_nothing() {
        life.subscribe("platform-monthly", "249.95");
        assertThat(event(1).has("precedingInvoiceReference")).isFalse();
        assertThat(document(number(1)).has("precedingInvoiceReference")).isFalse();
    }

    @Test
    void an_invoice_that_takes_back_names_the_invoice_whose_lines_it_takes_back() {
        UUID subscription = life.subscribe("platform-monthly", "249.95");
        life.at("2012-05-11");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "pistol", "unitPrice", "499.95"));
        assertThat(event(2).at("/precedingInvoiceReference/invoiceNumber").asText())
                .isEqualTo("US01-2012-000001");
        assertThat(event(2).at("/precedingInvoiceReference/issueDate").asText()).isEqualTo("2012-05-01");
        assertThat(originals(event(2))).containsExactlyInAnyOrder("REPAIR US01-2012-000001", "RECURRING ");
        assertThat(originals(document(number(2)))).containsExactlyInAnyOrder("REPAIR US01-2012-000001", "RECURRING ");
        life.at("2012-06-11");
        life.change(subscription, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(event(4).at("/precedingInvoiceReference/invoiceNumber").asText())
                .as("the period that it takes back was on the third")
                .isEqualTo("US01-2012-000003");
    }

    @Test
    void what_is_billed_again_after_a_void_names_the_voided_invoice_and_what_comes_later_does_not() {
        life.subscribe("platform-monthly", "249.95");
        life.ask("voiding.VoidInvoice", number(1), "voiding.VoidingRequest", Map.of("reasonCode", "WRONG"));
        life.work();
        assertThat(event(2).at("/precedingInvoiceReference/invoiceNumber").asText())
                .isEqualTo("US01-2012-000001");
        assertThat(document(number(2))
                        .at("/precedingInvoiceReference/invoiceId")
                        .asText())
                .isEqualTo(number(1).toString());
        life.at("2012-06-01");
        assertThat(event(3).has("precedingInvoiceReference")).isFalse();
    }

    /** All parts of the national tax together are the invoice's, however it is divided. */
    @Test
    void credit_memos_take_back_the_national_tax_to_the_last_cent() {
        life.house.database.update(
                "insert into tax_exchange_rate values ('EUR', 'USD', '2000-01-01', 1, 1.37, 'ECB', now())");
        life.subscribe("platform-monthly", "100.00", Map.of("currency", "EUR"));
        assertThat(event(1).at("/taxCurrencyAmount/amount").asText()).isEqualTo("11.30");
        for (String part : List.of("36.09", "36.08", "36.08")) {
            life.ask(
                    "creditmemo.WriteCreditMemo",
                    "creditmemo.CreditMemoJson$MemoRequest",
                    Map.of(
                            "invoiceId",
                            number(1),
                            "amount",
                            Map.of("amount", part, "currency", "EUR"),
                            "reasonCode",
                            "GOODWILL"));
        }
        assertThat(life.house.<String>one("select sum(tax_minor) || ' ' || sum(national_tax_minor) v from credit_memo"))
                .isEqualTo("825 1130");
        assertThat(life.house.<String>one("select data v from outbox where type like '%creditmemo.issued%' limit 1"))
                .contains("\"taxCurrencyAmount\":{\"amount\":\"3.77\",\"currency\":\"USD\"}");
    }

    @Test
    void a_credit_memo_is_archived_with_the_reference_to_its_invoice() {
        life.subscribe("platform-monthly", "249.95");
        life.ask(
                "creditmemo.WriteCreditMemo",
                "creditmemo.CreditMemoJson$MemoRequest",
                Map.of("invoiceId", number(1), "reasonCode", "GOODWILL"));
        JsonNode memo = document(UUID.fromString(life.house.one("select credit_memo_id::text v from credit_memo")));
        assertThat(memo.path("documentTypeCode").asText()).isEqualTo("381");
        assertThat(memo.at("/precedingInvoiceReference/invoiceNumber").asText()).isEqualTo("US01-2012-000001");
        assertThat(memo.at("/seller/legalEntityId").asText()).isEqualTo("US01");
        assertThat(memo.at("/buyer/name").asText()).isEqualTo("Northwind Robotics Inc.");
        assertThat(memo.at("/totalAmount/amount").asText()).isEqualTo("270.57");
    }

    private static List<String> originals(JsonNode invoice) {
        return invoice.path("lines").findParents("type").stream()
                .map(line -> line.path("type").asText() + " "
                        + line.path("originalInvoiceNumber").asText(""))
                .toList();
    }

    private JsonNode event(int invoice) {
        return json(life.house
                .<String>one(
                        "select data v from outbox where type like '%invoice.issued%' order by seq limit 1 offset ?",
                        invoice - 1)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private JsonNode document(UUID id) {
        return json(life.house.beans.get(Archive.class).find(id).orElseThrow().content());
    }

    private UUID number(int invoice) {
        return UUID.fromString(life.house.one(
                "select invoice_id::text v from invoice order by invoice_number limit 1 offset ?", invoice - 1));
    }

    private static JsonNode json(byte[] text) {
        return Json.read(text, JsonNode.class);
    }
}
