package io.counterfoil.order.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.order.crm.DealStatus;
import java.util.Objects;
import java.util.function.Function;

/** The fields of an opportunity that show what became of it. */
final class SalesforceStatus {

    private static final String ORDER_NUMBER = "Counterfoil_Order_Number__c";
    private static final String ORDER_STATUS = "Counterfoil_Order_Status__c";
    private static final String HOLD_REASON = "Counterfoil_Hold_Reason__c";
    private static final String INVOICE_NUMBER = "Counterfoil_Invoice_Number__c";
    private static final String INVOICE_TOTAL = "Counterfoil_Invoice_Total__c";
    private static final String POSTING_STATUS = "Counterfoil_Posting_Status__c";
    private static final String PAYMENT_STATUS = "Counterfoil_Payment_Status__c";
    private static final String CORRELATION_ID = "Counterfoil_Correlation_Id__c";
    private static final String SHIPMENT_STATUS = "Counterfoil_Shipment_Status__c";
    private static final String PARTS = "Counterfoil_Parts__c";

    static final String FIELDS = String.join(
            ", ",
            "Id",
            "CurrencyIsoCode",
            ORDER_NUMBER,
            ORDER_STATUS,
            HOLD_REASON,
            INVOICE_NUMBER,
            INVOICE_TOTAL,
            POSTING_STATUS,
            PAYMENT_STATUS,
            CORRELATION_ID,
            SHIPMENT_STATUS,
            PARTS);

    private SalesforceStatus() {}

    /** The fields that differ, as the body of an update; what is no longer so is emptied. */
    static String difference(DealStatus now, DealStatus before) {
        return Json.write(changes(now, before));
    }

    /** The same, to be sent with those of other records. */
    static ObjectNode changes(DealStatus now, DealStatus before) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Pair pair = new Pair(now, before, fields);
        pair.text(ORDER_NUMBER, DealStatus::orderNumber);
        pair.text(ORDER_STATUS, DealStatus::orderStatus);
        pair.text(HOLD_REASON, DealStatus::holdReason);
        pair.text(INVOICE_NUMBER, DealStatus::invoiceNumber);
        pair.text(POSTING_STATUS, DealStatus::postingStatus);
        pair.text(PAYMENT_STATUS, DealStatus::paymentStatus);
        pair.text(CORRELATION_ID, DealStatus::correlationId);
        pair.text(SHIPMENT_STATUS, DealStatus::shipmentStatus);
        pair.text(PARTS, DealStatus::parts);
        if (!Objects.equals(now.invoiceTotal(), before.invoiceTotal())) {
            fields.put(
                    INVOICE_TOTAL,
                    now.invoiceTotal() == null ? null : now.invoiceTotal().toDecimal());
        }
        return fields;
    }

    static DealStatus read(JsonNode opportunity) {
        return new DealStatus(
                SalesforceDeal.text(opportunity, ORDER_NUMBER),
                SalesforceDeal.text(opportunity, ORDER_STATUS),
                SalesforceDeal.text(opportunity, HOLD_REASON),
                SalesforceDeal.text(opportunity, INVOICE_NUMBER),
                total(opportunity),
                SalesforceDeal.text(opportunity, POSTING_STATUS),
                SalesforceDeal.text(opportunity, PAYMENT_STATUS),
                SalesforceDeal.text(opportunity, CORRELATION_ID),
                SalesforceDeal.text(opportunity, SHIPMENT_STATUS),
                SalesforceDeal.text(opportunity, PARTS));
    }

    private static Money total(JsonNode opportunity) {
        JsonNode total = opportunity.path(INVOICE_TOTAL);
        String currency = SalesforceDeal.text(opportunity, "CurrencyIsoCode");
        return total.isNumber() && currency != null ? Rounding.toMinorUnits(total.decimalValue(), currency) : null;
    }

    private record Pair(DealStatus now, DealStatus before, ObjectNode fields) {

        void text(String field, Function<DealStatus, String> reader) {
            if (!Objects.equals(reader.apply(now), reader.apply(before))) {
                fields.put(field, reader.apply(now));
            }
        }
    }
}
