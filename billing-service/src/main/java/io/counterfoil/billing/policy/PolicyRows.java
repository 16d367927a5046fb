package io.counterfoil.billing.policy;

import io.counterfoil.billing.policy.Scope.Level;
import io.counterfoil.billing.policy.Scope.Place;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Remembered;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The published values. A version is never changed. */
@Dependent
class PolicyRows {

    private static final int MANY = 2_000;

    private final Database database;
    private final BusinessClock clock;
    private final Remembered remembered;

    @Inject
    PolicyRows(Database database, BusinessClock clock, Remembered remembered) {
        this.database = database;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** What was published for these scopes, or all that was published, if that is not much. */
    PolicyBook book(Collection<Scope> scopes) {
        return remembered
                .of(PolicyRows.class, Set.of("all"), any -> Map.of("all", all()))
                .get("all")
                .orElseGet(() -> bookOf(scopes));
    }

    private Optional<PolicyBook> all() {
        List<PublishedPolicy> all = database.query("select * from policy_value order by version desc limit ?", MANY + 1)
                .list(PolicyRows::read);
        return all.size() > MANY ? Optional.empty() : Optional.of(book(all));
    }

    private static PolicyBook book(List<PublishedPolicy> published) {
        return new PolicyBook(published.stream().collect(Collectors.groupingBy(PublishedPolicy::place)));
    }

    /** All charges' values come along: they are reference data, and few. */
    private PolicyBook bookOf(Collection<Scope> scopes) {
        Set<String> entities = scopes.stream()
                .map(Scope::legalEntityId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> contracts = scopes.stream()
                .map(Scope::contractId)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return book(database.query(
                        """
                        select * from policy_value
                         where level = 'LEGAL_ENTITY' and scope_key = any(?)
                            or level = 'CONTRACT' and scope_key = any(?)
                            or level = 'CHARGE'
                         order by version desc
                        """,
                        entities,
                        contracts)
                .list(PolicyRows::read));
    }

    Optional<PublishedPolicy> newest(PolicyName policy, Place place) {
        return database.query(
                        """
                        select * from policy_value where policy = ? and level = ? and scope_key = ?
                         order by version desc limit 1
                        """,
                        policy.text(),
                        place.level(),
                        place.key())
                .one(PolicyRows::read);
    }

    /** A page of all versions of a policy, after the given key {@code level/scope key/version}. */
    List<PublishedPolicy> page(PolicyName policy, String after, int limit) {
        return database.query(
                        """
                        select * from policy_value
                         where policy = ? and level || '/' || scope_key || '/' || to_char(version, 'FM000000') > ?
                         order by level || '/' || scope_key || '/' || to_char(version, 'FM000000') limit ?
                        """,
                        policy.text(),
                        after == null ? "" : after,
                        limit)
                .list(PolicyRows::read);
    }

    void add(PublishedPolicy added) {
        database.update(
                """
                insert into policy_value (policy, level, scope_key, version, value, valid_from, valid_to, published_by,
                                          published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                added.policy().text(),
                added.place().level(),
                added.place().key(),
                added.version(),
                added.value(),
                added.validFrom(),
                added.validTo(),
                added.publishedBy(),
                clock.now());
        remembered.changed();
    }

    private static PublishedPolicy read(Row row) {
        return new PublishedPolicy(
                PolicyName.named(row.text("policy")).orElseThrow(),
                new Place(Level.valueOf(row.text("level")), row.text("scope_key")),
                row.intValue("version"),
                row.text("value"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("published_by"));
    }
}
