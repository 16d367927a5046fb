package io.counterfoil.suite.twin.gateway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the gateway keeps of a payment, and in which currency it holds the rest.
 *
 * @param feeMinor in the currency of the settlement
 * @param settlementCurrency null: that of the payment
 * @param exchangeRate settled per presented; null: nothing is converted
 */
public record Terms(long feeMinor, String settlementCurrency, BigDecimal exchangeRate) {

    /** Nothing is kept and nothing converted. */
    static final Terms FREE = new Terms(0, null, null);

    /** A charge's balance transaction, as the API shows it. */
    Map<String, Object> balanceTransaction(PaymentIntent intent) {
        BigDecimal rate = exchangeRate == null ? BigDecimal.ONE : exchangeRate;
        long amount = BigDecimal.valueOf(intent.amountReceived())
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        Map<String, Object> transaction = new LinkedHashMap<>();
        transaction.put("id", intent.latestCharge().replaceFirst("^ch_", "txn_"));
        transaction.put("object", "balance_transaction");
        transaction.put("amount", amount);
        transaction.put("currency", settlementCurrency == null ? intent.currency() : settlementCurrency);
        transaction.put("exchange_rate", exchangeRate);
        transaction.put("fee", feeMinor);
        transaction.put("net", amount - feeMinor);
        transaction.put("type", "charge");
        return transaction;
    }
}
