package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.BeforeHandlers;
import io.counterfoil.common.event.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Before anything of this service takes a document: what takes back only what was given up here has no effect in any book, and what
 * takes back more than that is for people.
 */
@ApplicationScoped
class PassOver implements BeforeHandlers {

    @Inject
    UnpostedDocuments unposted;

    @Override
    public void before(List<Envelope> events) {
        List<Envelope> candidates = events.stream()
                .filter(event -> TakenBack.TYPES.contains(event.type()))
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        Map<UUID, String> known = unposted.ofCustomers(
                candidates.stream().map(Envelope::partitionKey).collect(Collectors.toSet()));
        if (!known.isEmpty()) {
            candidates.forEach(event -> check(event, known));
        }
    }

    private static void check(Envelope event, Map<UUID, String> known) {
        TakenBack document = TakenBack.of(event);
        if (document == null) {
            return;
        }
        Set<String> reasons = document.taken(event.type()).stream()
                .filter(known::containsKey)
                .map(known::get)
                .collect(Collectors.toSet());
        if (!reasons.isEmpty()) {
            String why = String.join("; ", reasons);
            throw document.takesOnly(event.type(), known.keySet())
                    ? new TakesBackUnposted(why)
                    : new TakesBackInPart(why);
        }
    }
}
