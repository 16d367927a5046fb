package io.counterfoil.ledger.postingrule;

import java.util.Objects;
import java.util.stream.Stream;

/** What is known of an item when accounts are looked for; in a rule's line null means any. */
public record Traits(String productId, String revenueTreatment, String taxCategoryCode, String paymentChannel) {

    public static final Traits NONE = new Traits(null, null, null, null);

    public static Traits ofLine(String productId, String revenueTreatment, String taxCategoryCode) {
        return new Traits(productId, revenueTreatment, taxCategoryCode, null);
    }

    public static Traits ofTax(String taxCategoryCode) {
        return new Traits(null, null, taxCategoryCode, null);
    }

    public static Traits ofPayment(String channel) {
        return new Traits(null, null, null, channel);
    }

    boolean covers(Traits actual) {
        return covers(productId, actual.productId)
                && covers(revenueTreatment, actual.revenueTreatment)
                && covers(taxCategoryCode, actual.taxCategoryCode)
                && covers(paymentChannel, actual.paymentChannel);
    }

    int specificity() {
        return (int) values().filter(Objects::nonNull).count();
    }

    /** Whether something could be covered by both. */
    boolean overlaps(Traits other) {
        return meets(productId, other.productId)
                && meets(revenueTreatment, other.revenueTreatment)
                && meets(taxCategoryCode, other.taxCategoryCode)
                && meets(paymentChannel, other.paymentChannel);
    }

    private Stream<String> values() {
        return Stream.of(productId, revenueTreatment, taxCategoryCode, paymentChannel);
    }

    private static boolean covers(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static boolean meets(String one, String other) {
        return one == null || other == null || one.equals(other);
    }

    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        append(words, "product", productId);
        append(words, "revenue treatment", revenueTreatment);
        append(words, "tax category", taxCategoryCode);
        append(words, "payment channel", paymentChannel);
        return words.isEmpty() ? "anything" : words.toString();
    }

    private static void append(StringBuilder words, String what, String value) {
        if (value != null) {
            words.append(words.isEmpty() ? "" : ", ").append(what).append(' ').append(value);
        }
    }
}
