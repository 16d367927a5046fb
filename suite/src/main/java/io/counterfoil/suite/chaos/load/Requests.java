package io.counterfoil.suite.chaos.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.suite.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A deal in the words of those who take it: the CRM's records, or the body of an order. */
final class Requests {
    private static final String KEY = "External_Key__c";

    private Requests() {}

    /** The products that the CRM's deals name. */
    static ArrayNode products() {
        ArrayNode records = Json.MAPPER.createArrayNode();
        for (Deal.Product product : Deal.Product.values()) {
            String code = product.crmCode();
            records.addObject()
                    .put("type", "Product2")
                    .put(KEY, code)
                    .put("ProductCode", code)
                    .put("Name", code)
                    .put("IsActive", true);
            ObjectNode entry = records.addObject();
            entry.put("type", "PricebookEntry").put(KEY, code + ".USD").put("CurrencyIsoCode", "USD");
            entry.set("Product2", key(code));
            entry.put("UnitPrice", product.listPrice()).put("IsActive", true);
        }
        return records;
    }

    /** A deal that is not won yet, with the account that buys. */
    static ArrayNode records(Deal deal) {
        ArrayNode records = Json.MAPPER.createArrayNode();
        account(records.addObject(), deal);
        ObjectNode opportunity = records.addObject();
        opportunity.put("type", "Opportunity").put(KEY, deal.key()).put("Name", "Deal " + deal.key());
        opportunity.set("Account", key(deal.key()));
        opportunity
                .put("StageName", "Negotiation/Review")
                .put("CloseDate", deal.start().toString())
                .put("CurrencyIsoCode", "USD")
                .put("Legal_Entity__c", "US01")
                .put("Contract_Start__c", deal.start().toString())
                .put("Term_Months__c", 12)
                .put("Payment_Terms_Days__c", 30);
        for (Deal.Line line : deal.lines()) {
            String code = line.product().crmCode();
            ObjectNode item = records.addObject();
            item.put("type", "OpportunityLineItem").put(KEY, deal.key() + "." + code);
            item.set("Opportunity", key(deal.key()));
            item.set("Product2", key(code));
            item.set("PricebookEntry", key(code + ".USD"));
            item.put("ProductCode", code).put("Quantity", line.quantity()).put("UnitPrice", line.unitPrice());
        }
        return records;
    }

    private static void account(ObjectNode account, Deal deal) {
        account.put("type", "Account")
                .put(KEY, deal.key())
                .put("Name", "Sample Account " + deal.customer())
                .put("Legal_Name__c", "Sample Account %06d Inc.".formatted(deal.customer()))
                .put("BillingStreet", "1 Sample Street")
                .put("BillingCity", "Sampleton")
                .put("BillingState", deal.place().name())
                .put("BillingPostalCode", deal.place().postalCode())
                .put("BillingCountryCode", "US")
                .put("Website", "https://account-%06d.example".formatted(deal.customer()))
                .put("Tax_Id__c", "96-%07d".formatted(deal.customer()))
                .put("Tax_Scheme__c", "EIN")
                .put("Billing_Email__c", "billing@account-%06d.example".formatted(deal.customer()))
                .put("CurrencyIsoCode", "USD")
                .put("Segment__c", "Midmarket");
    }

    /** What a portal would send. */
    static Map<String, Object> order(Deal deal) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("customer", customer(deal));
        order.put("externalReference", Map.of("system", "portal", "id", deal.key()));
        order.put("legalEntityId", "US01");
        order.put("currency", "USD");
        order.put("startDate", deal.start().toString());
        order.put("termMonths", 12);
        order.put("paymentTermsDays", 30);
        order.put("lines", deal.lines().stream().map(Requests::line).toList());
        return order;
    }

    private static Map<String, Object> line(Deal.Line line) {
        return Map.of(
                "productId", line.product().id(),
                "quantity", String.valueOf(line.quantity()),
                "unitPrice", line.unitPrice().toPlainString());
    }

    private static Map<String, Object> customer(Deal deal) {
        int number = deal.customer();
        Map<String, Object> address = Map.of(
                "line1", "1 Sample Street",
                "city", "Sampleton",
                "region", deal.place().name(),
                "postalCode", deal.place().postalCode(),
                "country", "US");
        return Map.of(
                "reference", Map.of("system", "portal", "id", deal.key()),
                "legalName", "Sample Portal Customer %06d Inc.".formatted(number),
                "taxRegistrations",
                        List.of(Map.of("scheme", "EIN", "country", "US", "id", "95-%07d".formatted(number))),
                "billingAddress", address,
                "email", "billing@portal-%06d.example".formatted(number),
                "segment", "MIDMARKET");
    }

    private static ObjectNode key(String key) {
        return Json.MAPPER.createObjectNode().put(KEY, key);
    }
}
