package io.counterfoil.suite.twin.gateway;

/**
 * A customer pays.
 *
 * @param invoiceNumber the invoice that the customer names; null when the customer names none
 * @param customerReference who pays
 * @param outcome {@code succeeded} or {@code failed}
 */
public record PaymentRequest(
        String invoiceNumber, String customerReference, long amountMinor, String currency, String outcome) {

    boolean succeeds() {
        return !"failed".equals(outcome);
    }
}
