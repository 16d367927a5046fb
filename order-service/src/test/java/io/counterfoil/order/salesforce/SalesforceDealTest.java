package io.counterfoil.order.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.crm.Deal;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceDealTest {

    private static JsonNode json(String text) {
        try {
            return Json.lenient().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static final JsonNode OPPORTUNITY = json(
            """
            {"Id":"006000000000001AAA","AccountId":"001000000000001AAA","StageName":"Closed Won","IsWon":true,
             "CurrencyIsoCode":"USD","Legal_Entity__c":"US01","Contract_Start__c":"2026-01-01","Term_Months__c":12.0,
             "Payment_Terms_Days__c":null,"Purchase_Order__c":" PO-7 "}
            """);
    private static final JsonNode LINE = json(
            "{\"Id\":\"00k1\",\"ProductCode\":\"LS-PLATFORM\",\"Quantity\":1.0,\"UnitPrice\":1200.00,\"Description\":null}");
    private static final JsonNode ACCOUNT = json(
            """
            {"Id":"001000000000001AAA","Name":"Northwind Robotics","Legal_Name__c":"Northwind Robotics Inc.",
             "BillingStreet":"1 Assembly Way\\r\\nGate 2","BillingCity":"Sacramento","BillingState":"CA",
             "BillingPostalCode":"95814","BillingCountryCode":"US","Tax_Id__c":"00-0000001","Tax_Scheme__c":"ein"}
            """);

    @Test
    void an_opportunity_becomes_terms() {
        Deal deal = SalesforceDeal.of(OPPORTUNITY, List.of(LINE), ACCOUNT);
        assertThat(deal.won()).isTrue();
        assertThat(deal.terms().startDate()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(deal.terms().termMonths()).isEqualTo(12);
        assertThat(deal.terms().paymentTermsDays()).isNull();
        assertThat(deal.terms().purchaseOrderReference()).isEqualTo("PO-7");
        assertThat(deal.terms().lines().get(0).quantity()).isEqualTo(Quantity.of("1"));
        assertThat(deal.terms().lines().get(0).unitPrice()).isEqualTo(UnitPrice.of("1200"));
    }

    @Test
    void an_account_becomes_a_claim() {
        Deal deal = SalesforceDeal.of(OPPORTUNITY, List.of(LINE), ACCOUNT);
        assertThat(deal.account().legalName()).isEqualTo("Northwind Robotics Inc.");
        assertThat(deal.account().tradingName()).isEqualTo("Northwind Robotics");
        assertThat(deal.account().reference().id()).isEqualTo("001000000000001AAA");
        assertThat(deal.account().taxRegistrations()).containsExactly(new TaxRegistration("EIN", "US", "00-0000001"));
        assertThat(deal.account().billingAddress())
                .isEqualTo(new PostalAddress("1 Assembly Way", "Gate 2", "Sacramento", "CA", "95814", "US"));
    }

    @Test
    void what_is_missing_is_left_to_the_rules() {
        Deal deal = SalesforceDeal.of(json("{\"Id\":\"006000000000001AAA\"}"), List.of(json("{}")), null);
        assertThat(deal.won()).isFalse();
        assertThat(deal.account()).isNull();
        assertThat(deal.terms().termMonths()).isNull();
        assertThat(deal.terms().lines().get(0).quantity()).isNull();
    }

    @Test
    void numbers_that_are_none_of_ours_are_left_to_the_rules() {
        JsonNode odd = json("{\"ProductCode\":\"X\",\"Quantity\":-1,\"UnitPrice\":\"12\"}");
        Deal deal = SalesforceDeal.of(
                json("{\"Id\":\"1\",\"Term_Months__c\":1.5,\"Contract_Start__c\":\"soon\"}"), List.of(odd), null);
        assertThat(deal.terms().lines().get(0).quantity()).isNull();
        assertThat(deal.terms().lines().get(0).unitPrice()).isNull();
        assertThat(deal.terms().termMonths()).isNull();
        assertThat(deal.terms().startDate()).isNull();
    }

    @Test
    void only_the_fields_that_differ_are_written_and_what_is_over_is_emptied() {
        DealStatus held = new DealStatus("O-1", "HELD", "no mapping", null, null, null, null, "c-1");
        DealStatus done =
                new DealStatus("O-1", "COMPLETED", null, "US01-1", Money.of("1840.20", "USD"), "POSTED", null, "c-1");
        assertThat(json(SalesforceStatus.difference(done, held)))
                .isEqualTo(
                        json(
                                """
                        {"Counterfoil_Order_Status__c":"COMPLETED","Counterfoil_Hold_Reason__c":null,
                         "Counterfoil_Invoice_Number__c":"US01-1","Counterfoil_Posting_Status__c":"POSTED",
                         "Counterfoil_Invoice_Total__c":1840.20}
                        """));
        assertThat(SalesforceStatus.difference(done, done)).isEqualTo("{}");
    }

    @Test
    void what_was_written_is_read_back_as_the_same() {
        JsonNode shown = json(
                """
                {"CurrencyIsoCode":"USD","Counterfoil_Order_Number__c":"O-1","Counterfoil_Order_Status__c":"COMPLETED",
                 "Counterfoil_Hold_Reason__c":null,"Counterfoil_Invoice_Number__c":"US01-1",
                 "Counterfoil_Invoice_Total__c":1840.2,"Counterfoil_Posting_Status__c":"POSTED",
                 "Counterfoil_Correlation_Id__c":"c-1"}
                """);
        assertThat(SalesforceStatus.read(shown))
                .isEqualTo(new DealStatus(
                        "O-1", "COMPLETED", null, "US01-1", Money.of("1840.20", "USD"), "POSTED", null, "c-1"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "006000000000001, 006000000000001AAA",
        "0016g00000AbCdE, 0016g00000AbCdEAAV",
        "006000000000001AAA, 006000000000001AAA"
    })
    void an_id_of_15_characters_is_completed_to_18(String id, String complete) {
        assertThat(RecordIds.complete(id)).isEqualTo(complete);
    }

    @ParameterizedTest(name = "{0} is an id: {1}")
    @CsvSource(
            nullValues = "null",
            value = {
                "006000000000001AAA, true",
                "006000000000001, true",
                "null, false",
                "006' OR Name != ', false",
                "0060000000000010, false"
            })
    void what_is_no_id_never_gets_into_a_query(String id, boolean isOne) {
        assertThat(RecordIds.isOne(id)).isEqualTo(isOne);
    }
}
