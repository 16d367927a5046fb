package io.counterfoil.order.pricing;

import java.math.BigDecimal;

/** How exact decimals are read: plain digits, no exponent, no more digits than can be kept. */
final class Decimals {

    private static final String PLAIN = "-?[0-9]{1,20}(\\.[0-9]{1,20})?";

    private Decimals() {}

    static BigDecimal read(String text) {
        if (text == null || !text.matches(PLAIN)) {
            throw new NotADecimal(text);
        }
        return new BigDecimal(text);
    }

    /** Without trailing zeros; refuses what has more digits than are kept. */
    static BigDecimal exact(BigDecimal value, int mostDigits, int mostDecimals) {
        BigDecimal bare = value.stripTrailingZeros();
        if (bare.scale() > mostDecimals || bare.precision() - bare.scale() > mostDigits) {
            throw new NotADecimal(value.toPlainString());
        }
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
