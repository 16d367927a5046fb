package io.counterfoil.customer.onboarding;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.matching.AmbiguousMatch;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whom an outside account means, where a person has to say. */
@Dependent
class Reviews {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Reviews(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a task, or brings the open one up to date with what is said now, unless that is older. */
    void open(ExternalReference reference, Said said, AmbiguousMatch why) {
        database.update(
                """
                insert into match_review (id, system, external_id, said, source_version, why, candidates, state, version, opened_at,
                                          correlation_id)
                values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, 'OPEN', 1, ?, ?)
                on conflict (system, external_id) where state = 'OPEN' do update
                  set said = excluded.said, source_version = greatest(match_review.source_version, excluded.source_version),
                      why = excluded.why, candidates = excluded.candidates, version = match_review.version + 1
                  where (match_review.said, match_review.candidates, match_review.source_version)
                        is distinct from (excluded.said, excluded.candidates,
                                          coalesce(excluded.source_version, match_review.source_version))
                    and (excluded.source_version < match_review.source_version) is not true
                """,
                EventIds.next(),
                reference.system(),
                reference.id(),
                Json.write(said.body()),
                said.sourceVersion(),
                why.getMessage(),
                Json.write(why.candidates()),
                clock.now(),
                Correlation.current().correlationId());
    }

    Review get(UUID id) {
        return one("select * from match_review where id = ?", id).orElseThrow(() -> new NotFound("match review", id));
    }

    Review locked(UUID id) {
        return one("select * from match_review where id = ? for update", id)
                .orElseThrow(() -> new NotFound("match review", id));
    }

    /** Oldest first. */
    Page<Review> list(String state, String cursor, Integer limit) {
        int size = Page.size(limit);
        return Page.of(
                database.query(
                                """
                                select * from match_review where seq > ? and (?::text is null or state = ?) order by seq limit ?
                                """,
                                Cursor.toLong(cursor),
                                state,
                                state,
                                size + 1)
                        .list(Review::read),
                size,
                review -> Cursor.of(review.seq()));
    }

    void decided(UUID id, boolean isNew, UUID customerId, String reason) {
        database.update(
                """
                update match_review set state = 'DECIDED', decision = ?, customer_id = ?, reason = ?, decided_by = ?,
                  decided_at = ?, version = version + 1
                where id = ? and state = 'OPEN'
                """,
                isNew ? "NEW" : "SAME",
                customerId,
                reason,
                Correlation.current().actor(),
                clock.now(),
                id);
    }

    /** Which of these references have an open task, as they are written. */
    Set<String> openOf(List<ExternalReference> references) {
        return new HashSet<>(database.query(
                        """
                                select r.system || ':' || r.external_id as reference
                                from unnest(?::text[], ?::text[]) as given(system, id)
                                join match_review r on r.system = given.system and r.external_id = given.id and r.state = 'OPEN'
                                """,
                        references.stream().map(ExternalReference::system).toList(),
                        references.stream().map(ExternalReference::id).toList())
                .list(row -> row.text("reference")));
    }

    /** The open task of a reference. */
    Optional<Review> openOf(ExternalReference reference) {
        return one(
                "select * from match_review where system = ? and external_id = ? and state = 'OPEN'",
                reference.system(),
                reference.id());
    }

    /** Ends the open task of a reference that was settled on another way; false where there is none. */
    boolean settled(ExternalReference reference, UUID customerId, boolean isNew) {
        Optional<Review> open = openOf(reference);
        open.ifPresent(task -> decided(task.reviewId(), isNew, customerId, "settled without the task"));
        return open.isPresent();
    }

    private Optional<Review> one(String sql, Object... parameters) {
        return database.query(sql, parameters).one(Review::read);
    }
}
