package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
        keys.addAll(keys(registrations, likeness));
        lock(keys);
    }

    /** The same for the accounts of a set. */
    public void lock(List<Account> accounts) {
        Set<String> keys = new TreeSet<>();
        accounts.forEach(account -> keys.addAll(certain(account)));
        lock(keys);
    }

    /** Two accounts that share one of these may be one customer without further ado. */
    private static Set<String> certain(Account account) {
        Set<String> keys = keys(account.taxRegistrations(), account.likeness());
        keys.add("reference:" + account.reference());
        return keys;
    }

    private static Set<String> keys(List<TaxRegistration> registrations, Likeness likeness) {
        Set<String> keys = new TreeSet<>();
        registrations.forEach(registration -> keys.add(registration.lockKey()));
        likeness.keys().stream().filter(key -> !key.startsWith("p:")).forEach(keys::add);
        return keys;
    }

    /** Those accounts that can be told from all others of the set: what becomes of one says nothing about another. */
    public Set<Account> distinct(Collection<Account> accounts) {
        return new SetMates().distinct(accounts, Matching::certain);
    }

    private void lock(Set<String> keys) {
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

    /** The same for customers whom nobody knew before. */
    public void indexNew(Map<UUID, Likeness> likenesses) {
        lookalikes.indexNew(likenesses);
    }

    /** Makes the customer findable by its likeness; who is gone is found no more. */
    public void index(UUID customerId, Likeness likeness) {
        lookalikes.index(customerId, likeness);
    }
}
