package io.counterfoil.billing.tax;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.Set;
import java.util.TreeSet;

/** The tax source does not answer for some of a set of documents: they wait, and are never issued untaxed. */
public final class TaxSourceDown extends Refusal {

    private final transient Set<Integer> waiting;

    public TaxSourceDown(Set<String> jurisdictions, Set<Integer> waiting) {
        super(
                409,
                TroubleClass.TAX,
                "The tax source for " + String.join(", ", new TreeSet<>(jurisdictions)) + " does not answer",
                "Wait until it answers again; what waits for it is then issued.");
        this.waiting = Set.copyOf(waiting);
    }

    /** The places of the documents that wait, in the list of the questions; the others can be asked again without them. */
    public Set<Integer> waiting() {
        return waiting;
    }
}
