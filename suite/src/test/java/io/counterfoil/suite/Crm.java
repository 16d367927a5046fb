package io.counterfoil.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The CRM as the sales team uses it: deals of customers of their own. */
record Crm(Api twin) {
    private static final AtomicInteger DEALS = new AtomicInteger();

    /** The products and list prices that every deal may name. */
    void offerProducts() {
        ArrayNode records = Json.MAPPER.createArrayNode();
        product(records, "LS-PLATFORM-Y", "1200.00");
        product(records, "LS-PLATFORM-M", "120.00");
        product(records, "LS-SETUP", "500.00");
        product(records, "LS-ANALYTICS-M", "240.00");
        twin.post("/control/records", records).expect(200);
    }

    /** A deal that is not won yet, with one unit of each product; returns its key. */
    String deal(String start, String... products) {
        return dealFor(12, start, products);
    }

    /** The same for so many months. */
    String dealFor(int months, String start, String... products) {
        int number = DEALS.incrementAndGet();
        String key = "deal-" + number;
        ArrayNode records = Json.MAPPER.createArrayNode();
        account(records, key, number);
        ObjectNode opportunity = records.addObject();
        opportunity.put("type", "Opportunity").put("External_Key__c", key).put("Name", "Deal " + number);
        opportunity.set("Account", key(key));
        opportunity
                .put("StageName", "Negotiation/Review")
                .put("CloseDate", start)
                .put("CurrencyIsoCode", "USD");
        opportunity.put("Legal_Entity__c", "US01").put("Contract_Start__c", start);
        opportunity.put("Term_Months__c", months).put("Payment_Terms_Days__c", 30);
        for (String product : products) {
            ObjectNode line = records.addObject();
            line.put("type", "OpportunityLineItem").put("External_Key__c", key + "." + product);
            line.set("Opportunity", key(key));
            line.set("Product2", key(product));
            line.set("PricebookEntry", key(product + ".USD"));
            line.put("ProductCode", product).put("Quantity", 1);
            line.set("UnitPrice", listPrice(product));
        }
        twin.post("/control/records", records).expect(200);
        return key;
    }

    /** The deal is won, and the CRM tells it. Returns the opportunity's record id. */
    String win(String key) {
        return twin.post("/control/opportunities/" + key + "/close", Map.of())
                .expect(200)
                .json()
                .path("id")
                .asText();
    }

    /** The same notification again, so many times at once; the answers' statuses. */
    List<JsonNode> repeat(String opportunityId, int times) {
        JsonNode sent = twin.get("/control/notifications?opportunityId=" + opportunityId)
                .expect(200)
                .json();
        String notification = sent.path(0).path("id").asText();
        return Books.list(twin.post("/control/notifications/" + notification + "/resend", Map.of("times", times))
                .expect(200)
                .json());
    }

    JsonNode opportunity(String key) {
        return twin.get("/control/records/Opportunity/" + key).expect(200).json();
    }

    /** Fields of the record that the integration set to more than one value over time. */
    List<String> contradictions(String recordId) {
        return twin.get("/control/contradictions").expect(200).json().properties().stream()
                .filter(field -> field.getKey().startsWith(recordId))
                .map(field -> field.getKey() + " " + field.getValue())
                .toList();
    }

    private static void product(ArrayNode records, String code, String price) {
        records.addObject()
                .put("type", "Product2")
                .put("External_Key__c", code)
                .put("ProductCode", code)
                .put("Name", code)
                .put("IsActive", true);
        ObjectNode entry = records.addObject();
        entry.put("type", "PricebookEntry")
                .put("External_Key__c", code + ".USD")
                .put("CurrencyIsoCode", "USD");
        entry.set("Product2", key(code));
        entry.set("UnitPrice", Json.read(price));
        entry.put("IsActive", true);
    }

    private JsonNode listPrice(String product) {
        return twin.get("/control/records/PricebookEntry/" + product + ".USD")
                .expect(200)
                .json()
                .path("UnitPrice");
    }

    private static void account(ArrayNode records, String key, int number) {
        records.addObject()
                .put("type", "Account")
                .put("External_Key__c", key)
                .put("Name", "Sample Account " + number)
                .put("Legal_Name__c", "Sample Account %04d Inc.".formatted(number))
                .put("BillingStreet", "1 Sample Street")
                .put("BillingCity", "Sampleton")
                .put("BillingState", "CA")
                .put("BillingPostalCode", "90001")
                .put("BillingCountryCode", "US")
                .put("Website", "https://account-%04d.example".formatted(number))
                .put("Tax_Id__c", "97-%07d".formatted(number))
                .put("Tax_Scheme__c", "EIN")
                .put("Billing_Email__c", "billing@account-%04d.example".formatted(number))
                .put("CurrencyIsoCode", "USD")
                .put("Segment__c", "Midmarket");
    }

    private static ObjectNode key(String key) {
        return Json.MAPPER.createObjectNode().put("External_Key__c", key);
    }
}
