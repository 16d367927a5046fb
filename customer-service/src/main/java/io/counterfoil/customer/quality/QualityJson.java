package io.counterfoil.customer.quality;

import java.util.List;
import java.util.UUID;

/** What goes over the wire about the quality of records. */
final class QualityJson {

    private QualityJson() {}

    /** How many living customers there are, and how many of them break each rule. */
    public record Report(long customers, List<Line> rules) {}

    /** One rule, with the system that owns what is to be mended. */
    public record Line(String rule, String attributeGroup, String owner, long breaches) {}

    /** One customer that breaks a rule. */
    public record Breach(UUID customerId, String customerNumber, String legalName) {}
}
