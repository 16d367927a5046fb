package io.counterfoil.suite.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Endpoint;
import java.math.BigDecimal;

/** The CRM's own books: each deal shows its order and invoice, and no field was ever set to two different values. */
record CrmTold(Access access, Asked asked) implements Check {

    @Override
    public String promise() {
        return "the CRM was told once, and never two different things";
    }

    @Override
    public void look(Findings findings) {
        Api crm = access.anonymous(Endpoint.SALESFORCE);
        for (Deal deal : asked.deals()) {
            if (deal.channel() == Deal.Channel.CRM) {
                JsonNode shown = crm.get("/control/records/Opportunity/" + deal.key())
                        .expect(200)
                        .json();
                examine(deal, shown, findings);
            }
        }
        crm.get("/control/contradictions")
                .expect(200)
                .json()
                .properties()
                .forEach(field ->
                        findings.doubled("the CRM was told twice: " + field.getKey() + " " + field.getValue()));
    }

    private void examine(Deal deal, JsonNode shown, Findings findings) {
        if (text(shown, "Counterfoil_Order_Number__c").isBlank()) {
            findings.lost("the order number of " + deal.key() + " in the CRM");
        }
        if (deal.cancelled()) {
            return;
        }
        findings.equal(
                "status of " + deal.key() + " in the CRM",
                "COMPLETED",
                shown.path("Counterfoil_Order_Status__c").asText());
        if (text(shown, "Counterfoil_Invoice_Number__c").isBlank()) {
            findings.lost("the invoice number of " + deal.key() + " in the CRM");
        }
        BigDecimal total =
                new BigDecimal(shown.path("Counterfoil_Invoice_Total__c").asText("0"));
        findings.same(
                "total of " + deal.key() + " in the CRM",
                deal.payableMinor(),
                total.movePointRight(2).longValueExact());
        long paid = asked.paidMinor(deal);
        String payment = paid == 0 ? "" : paid < deal.payableMinor() ? "PARTIALLY_PAID" : "PAID";
        findings.equal(
                "payment status of " + deal.key() + " in the CRM",
                payment,
                text(shown, "Counterfoil_Payment_Status__c"));
    }

    /** Empty where nothing is shown. */
    private static String text(JsonNode shown, String field) {
        return shown.path(field).isNull() ? "" : shown.path(field).asText();
    }
}
