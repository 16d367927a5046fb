package io.counterfoil.ledger.postingrule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return pairs(actual)
                .allMatch(pair -> pair.wanted() == null || pair.wanted().equals(pair.actual()));
    }

    int specificity() {
        return (int) named(this).values().stream().filter(Objects::nonNull).count();
    }

    /** Whether something could be covered by both. */
    boolean overlaps(Traits other) {
        return pairs(other)
                .allMatch(pair -> pair.wanted() == null
                        || pair.actual() == null
                        || pair.wanted().equals(pair.actual()));
    }

    private record Pair(String wanted, String actual) {}

    private Stream<Pair> pairs(Traits other) {
        return Stream.of(
                new Pair(productId, other.productId),
                new Pair(revenueTreatment, other.revenueTreatment),
                new Pair(taxCategoryCode, other.taxCategoryCode),
                new Pair(paymentChannel, other.paymentChannel),
                new Pair(documentType, other.documentType),
                new Pair(lineType, other.lineType),
                new Pair(reason, other.reason));
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
