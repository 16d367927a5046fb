package io.counterfoil.customer.matching;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;

/** More than one customer may be meant. Nothing is guessed: a person decides. */
public final class AmbiguousMatch extends Refusal {

    private final transient List<Candidate> candidates;

    AmbiguousMatch(String why, List<Candidate> candidates) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Can't tell which customer is meant: " + why + " "
                        + candidates.stream().map(Candidate::customerId).toList(),
                "Decide the review task that was opened for it (/v1/match-reviews): it is one of the candidates, or a new customer.");
        this.candidates = List.copyOf(candidates);
    }

    /** Who may be meant, best first. */
    public List<Candidate> candidates() {
        return candidates;
    }
}
