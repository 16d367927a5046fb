package io.counterfoil.ledger.postingrule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of an item when accounts are looked for; in a rule's line null means any. */
public record Traits(
        String productId,
        String revenueTreatment,
        String taxCategoryCode,
        String paymentChannel,
        String documentType,
        String lineType,
        String reason) {

    public static final Traits NONE = new Traits(null, null, null, null, null, null, null);

    public static Traits ofLine(String productId, String revenueTreatment, String taxCategoryCode) {
        return new Traits(productId, revenueTreatment, taxCategoryCode, null, null, null, null);
    }

    public static Traits ofTax(String taxCategoryCode) {
        return new Traits(null, null, taxCategoryCode, null, null, null, null);
    }

    public static Traits ofPayment(String channel) {
        return new Traits(null, null, null, channel, null, null, null);
    }

    public static Traits ofReason(String reason) {
        return new Traits(null, null, null, null, null, null, reason);
    }

    /** The same, and by which channel money went. */
    public Traits by(String channel) {
        return new Traits(productId, revenueTreatment, taxCategoryCode, channel, documentType, lineType, reason);
    }

    /** The same, of a line of that type in a document of that type. */
    public Traits in(String document, String line) {
        return new Traits(productId, revenueTreatment, taxCategoryCode, paymentChannel, document, line, reason);
    }

    /** The same, and why. */
    public Traits because(String why) {
        return new Traits(productId, revenueTreatment, taxCategoryCode, paymentChannel, documentType, lineType, why);
    }

    boolean covers(Traits actual) {
        return covers(productId, actual.productId)
                && covers(revenueTreatment, actual.revenueTreatment)
                && covers(taxCategoryCode, actual.taxCategoryCode)
                && covers(paymentChannel, actual.paymentChannel)
                && covers(documentType, actual.documentType)
                && covers(lineType, actual.lineType)
                && covers(reason, actual.reason);
    }

    private static boolean covers(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    int specificity() {
        return one(productId)
                + one(revenueTreatment)
                + one(taxCategoryCode)
                + one(paymentChannel)
                + one(documentType)
                + one(lineType)
                + one(reason);
    }

    private static int one(String wanted) {
        return wanted == null ? 0 : 1;
    }

    /** Whether something could be covered by both. */
    boolean overlaps(Traits other) {
        return overlap(productId, other.productId)
                && overlap(revenueTreatment, other.revenueTreatment)
                && overlap(taxCategoryCode, other.taxCategoryCode)
                && overlap(paymentChannel, other.paymentChannel)
                && overlap(documentType, other.documentType)
                && overlap(lineType, other.lineType)
                && overlap(reason, other.reason);
    }

    private static boolean overlap(String wanted, String other) {
        return wanted == null || other == null || wanted.equals(other);
    }

    private static Map<String, String> named(Traits traits) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("product", traits.productId);
        named.put("revenue treatment", traits.revenueTreatment);
        named.put("tax category", traits.taxCategoryCode);
        named.put("payment channel", traits.paymentChannel);
        named.put("document type", traits.documentType);
        named.put("line type", traits.lineType);
        named.put("reason", traits.reason);
        return named;
    }

    @Override
    public String toString() {
        String words = named(this).entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "anything" : words;
    }
}
