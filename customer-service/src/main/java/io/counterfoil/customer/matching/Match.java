package io.counterfoil.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The customer who is meant, and how that was seen. */
public record Match(Optional<UUID> customerId, MatchedBy by) {

    /** So far must the best candidate be ahead of the next one. */
    private static final int LEAD = 10;

    /**
     * Decides by the strongest evidence, and refuses where two pieces of evidence name different customers.
     *
     * @param byReference who holds the outside id
     * @param byTaxId who hold the tax ids
     * @param likely who is like what is said, by name, domain and address
     */
    static Match decide(Optional<UUID> byReference, Set<UUID> byTaxId, List<Candidate> likely) {
        Set<UUID> certain = new TreeSet<>(byTaxId);
        byReference.ifPresent(certain::add);
        if (certain.size() > 1) {
            throw new AmbiguousMatch(
                    "its reference and tax ids belong to different customers", contenders(byReference, byTaxId));
        }
        if (byReference.isPresent()) {
            return new Match(byReference, MatchedBy.REFERENCE);
        }
        return byTaxId.isEmpty()
                ? decideByLikeness(likely)
                : new Match(byTaxId.stream().findFirst(), MatchedBy.TAX_ID);
    }

    private static Match decideByLikeness(List<Candidate> likely) {
        if (likely.isEmpty()) {
            return new Match(Optional.empty(), MatchedBy.NONE);
        }
        List<Candidate> best = likely.stream()
                .sorted(Comparator.comparing(Candidate::score).reversed())
                .toList();
        Candidate first = best.get(0);
        boolean ahead = best.size() == 1 || first.score() - best.get(1).score() >= LEAD;
        if (!first.sure()) {
            throw new AmbiguousMatch("customers are like it, but none for certain", best);
        }
        if (!ahead) {
            throw new AmbiguousMatch("several customers are like it", best);
        }
        boolean domain = first.evidence().contains("same domain");
        return new Match(
                Optional.of(first.customerId()), domain ? MatchedBy.NAME_AND_DOMAIN : MatchedBy.NAME_AND_ADDRESS);
    }

    private static List<Candidate> contenders(Optional<UUID> byReference, Set<UUID> byTaxId) {
        List<Candidate> contenders = new ArrayList<>();
        byReference.ifPresent(id -> contenders.add(new Candidate(id, 100, true, List.of("holds the reference"))));
        byTaxId.stream()
                .filter(id -> byReference.filter(id::equals).isEmpty())
                .forEach(id -> contenders.add(new Candidate(id, 100, true, List.of("holds the tax id"))));
        return contenders;
    }
}
