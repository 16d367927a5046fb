package io.counterfoil.suite.twin.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A payment intent as the API of 2025 shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PaymentIntent(
        String id,
        String object,
        long amount,
        long amountCapturable,
        long amountReceived,
        Object canceledAt,
        String captureMethod,
        String clientSecret,
        String confirmationMethod,
        long created,
        String currency,
        String customer,
        String description,
        Map<String, Object> lastPaymentError,
        String latestCharge,
        @JsonProperty("livemode") boolean liveMode,
        Map<String, String> metadata,
        Object nextAction,
        String paymentMethod,
        List<String> paymentMethodTypes,
        String receiptEmail,
        String statementDescriptor,
        String status,
        Object transferGroup) {

    /** What became of a request. */
    static PaymentIntent of(PaymentRequest request, Amount amount, String customer, long created) {
        boolean paid = request.succeeds();
        String id = Ids.next("pi_3");
        String charge = Ids.next("ch_3");
        return new PaymentIntent(
                id,
                "payment_intent",
                amount.minor(),
                0,
                paid ? amount.minor() : 0,
                null,
                "automatic",
                id + "_secret_" + Ids.next(""),
                "automatic",
                created,
                amount.currency(),
                customer,
                request.invoiceNumber() == null ? null : "Invoice " + request.invoiceNumber(),
                paid ? null : declined(charge),
                charge,
                false,
                metadata(request),
                null,
                paid ? Ids.next("pm_1") : null,
                List.of("card"),
                null,
                null,
                paid ? "succeeded" : "requires_payment_method",
                null);
    }

    private static Map<String, String> metadata(PaymentRequest request) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (request.invoiceNumber() != null) {
            metadata.put("invoice_number", request.invoiceNumber());
        }
        if (request.customerReference() != null) {
            metadata.put("customer_reference", request.customerReference());
        }
        return metadata;
    }

    private static Map<String, Object> declined(String charge) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("charge", charge);
        error.put("code", "card_declined");
        error.put("decline_code", "insufficient_funds");
        error.put("doc_url", "https://stripe.com/docs/error-codes/card-declined");
        error.put("message", "Your card has insufficient funds.");
        error.put("type", "card_error");
        return error;
    }
}
