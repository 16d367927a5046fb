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

    /** What became of a payment that a customer made. */
    static PaymentIntent of(PaymentRequest request, Amount amount, String customer, long created) {
        String invoice = request.invoiceNumber();
        return of(
                new Asked(
                        amount,
                        customer,
                        invoice == null ? null : "Invoice " + invoice,
                        metadata(request),
                        request.succeeds() ? Ids.next("pm_1") : null),
                request.succeeds() ? null : "insufficient_funds",
                created);
    }

    /**
     * What is asked for.
     *
     * @param customer the id that the customer has here
     * @param method card or mandate; null when none was taken
     */
    record Asked(Amount amount, String customer, String description, Map<String, String> metadata, String method) {}

    /** What became of it; decline null: it was taken. */
    static PaymentIntent of(Asked asked, String decline, long created) {
        boolean paid = decline == null;
        String id = Ids.next("pi_3");
        String charge = Ids.next("ch_3");
        return new PaymentIntent(
                id,
                "payment_intent",
                asked.amount().minor(),
                0,
                paid ? asked.amount().minor() : 0,
                null,
                "automatic",
                id + "_secret_" + Ids.next(""),
                "automatic",
                created,
                asked.amount().currency(),
                asked.customer(),
                asked.description(),
                paid ? null : declined(charge, decline),
                charge,
                false,
                asked.metadata(),
                null,
                paid ? asked.method() : null,
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

    private static Map<String, Object> declined(String charge, String code) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("charge", charge);
        error.put("code", "card_declined");
        error.put("decline_code", code);
        error.put("doc_url", "https://stripe.com/docs/error-codes/card-declined");
        error.put(
                "message",
                code.equals("insufficient_funds") ? "Your card has insufficient funds." : "Your card was declined.");
        error.put("type", "card_error");
        return error;
    }
}
