package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The same decision as for one account, for a thousand at once: five questions to the database, the rest is arithmetic. */
@Dependent
class BulkMatching {

    /** More than so many share a key only where it says nothing. */
    private static final int MOST = 50;

    private final Database database;
    private final Identities identities;

    @Inject
    BulkMatching(Database database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    List<Verdict> decide(List<Account> accounts) {
        Map<String, UUID> byReference =
                identities.holders(accounts.stream().map(Account::reference).toList());
        Map<String, UUID> byTaxId = identities.taxHolders(accounts.stream()
                .flatMap(each -> each.taxRegistrations().stream())
                .toList());
        Map<String, List<UUID>> byKey = holdersOfKeys(accounts);
        Set<UUID> all = new HashSet<>();
        byKey.values().forEach(all::addAll);
        Map<UUID, Likeness> known = likenesses(all);
        Map<UUID, List<TaxRegistration>> taxIds = identities.registrationsOf(known.keySet());
        List<Verdict> verdicts = new ArrayList<>(accounts.size());
        for (Account account : accounts) {
            Optional<UUID> holder =
                    Optional.ofNullable(byReference.get(account.reference().toString()));
            Set<UUID> taxHolders = new TreeSet<>();
            account.taxRegistrations().forEach(each -> Optional.ofNullable(byTaxId.get(each.lockKey()))
                    .ifPresent(taxHolders::add));
            boolean certain = holder.isPresent() || !taxHolders.isEmpty();
            List<Candidate> likely = certain ? List.of() : likely(account, byKey, known, taxIds);
            verdicts.add(Verdict.of(account, () -> Match.decide(holder, taxHolders, likely)));
        }
        return verdicts;
    }

    private Map<String, List<UUID>> holdersOfKeys(List<Account> accounts) {
        Set<String> keys = new TreeSet<>();
        accounts.forEach(each -> keys.addAll(each.likeness().keys()));
        Map<String, List<UUID>> holders = new HashMap<>();
        database.query(
                        """
                        select k.key, m.customer_id from unnest(?::text[]) as k(key),
                          lateral (select customer_id from match_key where key = k.key limit ?) as m
                        """,
                        keys,
                        MOST)
                .list(row -> holders.computeIfAbsent(row.text("key"), key -> new ArrayList<>())
                        .add(row.uuid("customer_id")));
        return holders;
    }

    private Map<UUID, Likeness> likenesses(Set<UUID> ids) {
        Map<UUID, Likeness> known = new HashMap<>();
        database.query(
                        """
                        select id, legal_name, email, website, country, postal_code, line1 from customer
                        where id = any(?) and state not in ('CLOSED', 'MERGED')
                        """,
                        ids)
                .list(row -> known.put(row.uuid("id"), Lookalikes.likeness(row)));
        return known;
    }

    private static List<Candidate> likely(
            Account account,
            Map<String, List<UUID>> byKey,
            Map<UUID, Likeness> known,
            Map<UUID, List<TaxRegistration>> taxIds) {
        Map<UUID, Likeness> near = new LinkedHashMap<>();
        account.likeness().keys().forEach(key -> byKey.getOrDefault(key, List.of()).stream()
                .filter(known::containsKey)
                .forEach(id -> near.put(id, known.get(id))));
        return Lookalikes.scored(account.likeness(), account.taxRegistrations(), near, taxIds);
    }
}
