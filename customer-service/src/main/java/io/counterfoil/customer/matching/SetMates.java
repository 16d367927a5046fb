package io.counterfoil.customer.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Accounts that come together and may be one customer: they are recognised among themselves as among those who are known. */
final class SetMates {

    /** More than so many share a key only where it says nothing. */
    private static final int MOST = 50;

    private final Map<String, List<Account>> byKey = new HashMap<>();

    /** All but those who share what is certain with an earlier one, or are like one of those who share a key with them. */
    Set<Account> distinct(Collection<Account> accounts, Function<Account, Set<String>> certain) {
        Set<Account> distinct = new LinkedHashSet<>();
        Map<String, Account> taken = new HashMap<>();
        for (Account account : accounts) {
            boolean alone = true;
            for (String key : certain.apply(account)) {
                alone &= taken.putIfAbsent(key, account) == null;
            }
            if (alone && !isLikeAnother(account)) {
                distinct.add(account);
            }
            account.likeness().keys().forEach(key -> byKey.computeIfAbsent(key, first -> new ArrayList<>())
                    .add(account));
        }
        return distinct;
    }

    private boolean isLikeAnother(Account account) {
        Set<Account> near = new LinkedHashSet<>();
        account.likeness().keys().forEach(key -> byKey.getOrDefault(key, List.of()).stream()
                .limit(MOST)
                .forEach(near::add));
        UUID mate = new UUID(0, 0);
        return near.stream().anyMatch(other -> !Lookalikes.scored(
                        account.likeness(),
                        account.taxRegistrations(),
                        Map.of(mate, other.likeness()),
                        Map.of(mate, other.taxRegistrations()))
                .isEmpty());
    }
}
