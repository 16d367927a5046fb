package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
    private final Lookalikes lookalikes;
    private final BulkMatching bulk;

    @Inject
    public Matching(Database database, Identities identities, Lookalikes lookalikes, BulkMatching bulk) {
        this.database = database;
        this.identities = identities;
        this.lookalikes = lookalikes;
        this.bulk = bulk;
    }

    /**
     * Makes others who bring the same reference, tax id, name or domain wait until this transaction has ended, so
     * that two who bring the same new customer at the same time end in one. Locks are taken in one order, so nobody waits in
     * a circle.
     */
    public void lock(List<ExternalReference> references, List<TaxRegistration> registrations, Likeness likeness) {
        Set<String> keys = new TreeSet<>();
        references.forEach(reference -> keys.add("reference:" + reference));
        registrations.forEach(registration -> keys.add(registration.lockKey()));
        likeness.keys().stream().filter(key -> !key.startsWith("p:")).forEach(keys::add);
        database.query(
                        """
                        select pg_advisory_xact_lock(hashtextextended(key, 0)) is null as held
                        from (select key from unnest(?::text[]) as k(key) order by key offset 0) as ordered
                        """,
                        keys)
                .list(row -> row.bool("held"));
    }

    /** Decides who is meant, or refuses with {@link AmbiguousMatch}. What a person has confirmed stands. */
    public Match find(ExternalReference reference, List<TaxRegistration> registrations, Likeness likeness) {
        Optional<UUID> byReference = identities.holderOf(reference);
        if (byReference.isPresent() && identities.isConfirmed(reference)) {
            return new Match(byReference, MatchedBy.REFERENCE);
        }
        Set<UUID> byTaxId = identities.holdersOf(registrations);
        boolean known = byReference.isPresent() || !byTaxId.isEmpty();
        return Match.decide(byReference, byTaxId, known ? List.of() : lookalikes.of(likeness, registrations));
    }

    /** As {@link #find} for many accounts; changes nothing, and what is ambiguous is an answer. */
    public List<Verdict> findAll(List<Account> accounts) {
        return bulk.decide(accounts);
    }

    /** Makes the customer findable by its likeness; who is gone is found no more. */
    public void index(UUID customerId, Likeness likeness) {
        lookalikes.index(customerId, likeness);
    }
}
