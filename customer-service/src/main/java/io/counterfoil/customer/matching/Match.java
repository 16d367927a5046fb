package io.counterfoil.customer.matching;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The customer who is meant, and how that was seen. */
public record Match(Optional<UUID> customerId, MatchedBy by) {

    /**
     * Decides by the strongest evidence, and refuses where two pieces of evidence name different customers.
     *
     * @param byReference who holds the outside id
     * @param byTaxId who hold the tax ids
     * @param byName whose name and e-mail domain are the same, and whether their tax ids contradict
     */
    static Match decide(Optional<UUID> byReference, Set<UUID> byTaxId, Set<Namesake> byName) {
        Set<UUID> certain = new TreeSet<>(byTaxId);
        byReference.ifPresent(certain::add);
        if (certain.size() > 1) {
            throw new AmbiguousMatch("its reference and tax ids belong to different customers", certain);
        }
        if (byReference.isPresent()) {
            return new Match(byReference, MatchedBy.REFERENCE);
        }
        return byTaxId.isEmpty()
                ? decideByName(byName)
                : new Match(byTaxId.stream().findFirst(), MatchedBy.TAX_ID);
    }

    private static Match decideByName(Set<Namesake> byName) {
        if (byName.isEmpty()) {
            return new Match(Optional.empty(), MatchedBy.NONE);
        }
        Namesake first = byName.iterator().next();
        if (byName.size() > 1) {
            throw new AmbiguousMatch("several customers have this name and e-mail domain", idsOf(byName));
        }
        if (first.contradicted()) {
            throw new AmbiguousMatch("a customer of this name and e-mail domain has another tax id", idsOf(byName));
        }
        return new Match(Optional.of(first.customerId()), MatchedBy.NAME_AND_DOMAIN);
    }

    private static Set<UUID> idsOf(Set<Namesake> namesakes) {
        Set<UUID> ids = new TreeSet<>();
        namesakes.forEach(namesake -> ids.add(namesake.customerId()));
        return ids;
    }

    /** A customer of the same name and e-mail domain; contradicted when it has another tax id of the same kind. */
    record Namesake(UUID customerId, boolean contradicted) {}
}
