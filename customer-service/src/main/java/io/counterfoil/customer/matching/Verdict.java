package io.counterfoil.customer.matching;

import io.counterfoil.customer.reference.ExternalReference;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whom one account of many means.
 *
 * @param outcome how it was recognised, {@code AMBIGUOUS} or {@code NEW}
 * @param customerId null where it is ambiguous or new
 */
public record Verdict(ExternalReference reference, String outcome, UUID customerId, List<Candidate> candidates) {

    static Verdict of(Account account, Supplier<Match> decision) {
        try {
            Match match = decision.get();
            String outcome =
                    match.by() == MatchedBy.NONE ? "NEW" : match.by().name().toUpperCase(Locale.ROOT);
            return new Verdict(account.reference(), outcome, match.customerId().orElse(null), List.of());
        } catch (AmbiguousMatch undecided) {
            return new Verdict(account.reference(), "AMBIGUOUS", null, undecided.candidates());
        }
    }
}
