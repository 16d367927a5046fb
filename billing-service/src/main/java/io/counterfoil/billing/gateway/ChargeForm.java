package io.counterfoil.billing.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A payment intent that is confirmed at once, while its customer is away. */
final class ChargeForm {

    private ChargeForm() {}

    static String of(ChargeOrder order) {
        StripeUnits units = StripeUnits.of(order.amount());
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("amount", units.amount());
        form.put("currency", units.currency());
        form.put("customer", order.gatewayCustomer());
        form.put("payment_method", order.gatewayMethod());
        form.put("confirm", true);
        form.put("off_session", true);
        form.put("description", "Invoice " + order.invoiceNumber());
        form.put("metadata[attempt_id]", order.attemptId());
        form.put("metadata[invoice_number]", order.invoiceNumber());
        form.put("metadata[customer_id]", order.customerId());
        form.put("expand[]", "latest_charge.balance_transaction");
        return form.entrySet().stream()
                .map(field ->
                        encoded(field.getKey()) + "=" + encoded(field.getValue().toString()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
