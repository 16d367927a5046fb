package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.matching.Match.Namesake;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Finds the customer whom an outside account means. */
@Dependent
public class Matching {

    private final Database database;
    private final Identities identities;

    @Inject
    public Matching(Database database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    /**
     * Makes others who bring the same reference, tax id or name wait until this transaction has ended, so that two who
     * bring the same new customer at the same time end in one. Locks are taken in one order, so nobody waits in a circle.
     */
    public void lock(List<ExternalReference> references, List<TaxRegistration> registrations, Likeness likeness) {
        Set<String> keys = new TreeSet<>();
        references.forEach(reference -> keys.add("reference:" + reference));
        registrations.forEach(registration -> keys.add(registration.lockKey()));
        if (likeness.domain() != null) {
            keys.add("name:" + likeness.nameKey() + "@" + likeness.domain());
        }
        for (String key : keys) {
            database.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", key)
                    .one(row -> key);
        }
    }

    /** Decides who is meant, or refuses with {@link AmbiguousMatch}. */
    public Match find(ExternalReference reference, List<TaxRegistration> registrations, Likeness likeness) {
        Optional<UUID> byReference = identities.holderOf(reference);
        Set<UUID> byTaxId = identities.holdersOf(registrations);
        boolean known = byReference.isPresent() || !byTaxId.isEmpty();
        return Match.decide(byReference, byTaxId, known ? Set.of() : namesakes(likeness, registrations));
    }

    private Set<Namesake> namesakes(Likeness likeness, List<TaxRegistration> registrations) {
        if (likeness.domain() == null) {
            return Set.of();
        }
        return new HashSet<>(database.query(
                        "select id from customer where name_key = ? and domain = ? and state <> 'CLOSED' limit 10",
                        likeness.nameKey(),
                        likeness.domain())
                .list(row -> namesake(row.uuid("id"), registrations)));
    }

    private Namesake namesake(UUID id, List<TaxRegistration> registrations) {
        List<TaxRegistration> known = identities.registrationsOf(List.of(id)).getOrDefault(id, List.of());
        boolean contradicted =
                registrations.stream().anyMatch(given -> known.stream().anyMatch(given::contradicts));
        return new Namesake(id, contradicted);
    }
}
