package io.counterfoil.billing.conformance;

import java.util.List;

/** The proof on the wire: published figures beside our own. */
public final class ConformanceJson {

    private ConformanceJson() {}

    /** All cases; {@code agreeing} of {@code figures} figures agree. */
    public record Proof(int cases, int figures, int agreeing, List<CaseProof> items) {}

    /** One published case. */
    public record CaseProof(
            String id, String source, String status, String story, List<Figure> figures, boolean agrees) {}

    /** One figure: what was published and what this service computes. */
    public record Figure(String name, String expected, String computed, boolean agrees) {}
}
