package io.counterfoil.order.pricing;

/** How exact decimals are read: plain digits, no exponent, no more digits than can be kept, no zeros at the end. */
final class Decimals {

    private static final String PLAIN = "-?[0-9]{1,40}(\\.[0-9]{1,40})?";

    private Decimals() {}

    /** The bare digits; refuses what has more digits than are kept. */
    static String bare(String text, int mostDigits, int mostDecimals) {
        if (text == null || !text.matches(PLAIN)) {
            throw new NotADecimal(text);
        }
        String whole = text.replaceFirst("\\..*", "").replaceFirst("^(-?)0+(?=\\d)", "$1");
        String decimals = text.contains(".") ? text.replaceFirst(".*\\.", "").replaceFirst("0+$", "") : "";
        if (whole.replace("-", "").length() > mostDigits || decimals.length() > mostDecimals) {
            throw new NotADecimal(text);
        }
        return decimals.isEmpty() ? whole : whole + '.' + decimals;
    }
}
