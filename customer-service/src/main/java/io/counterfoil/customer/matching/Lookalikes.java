package io.counterfoil.customer.matching;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers who share a key with what is said, scored. */
@Dependent
class Lookalikes {

    /** More than so many share a key only where it says nothing. */
    private static final int MOST = 50;

    private final Database database;
    private final Identities identities;

    @Inject
    Lookalikes(Database database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    void index(UUID customerId, Likeness likeness) {
        database.update("delete from match_key where customer_id = ?", customerId);
        database.batch(
                "insert into match_key (key, customer_id) values (?, ?)",
                likeness.keys().stream()
                        .map(key -> new Object[] {key, customerId})
                        .toList());
    }

    void indexNew(Map<UUID, Likeness> likenesses) {
        List<Object[]> rows = new ArrayList<>();
        likenesses.forEach(
                (customerId, likeness) -> likeness.keys().forEach(key -> rows.add(new Object[] {key, customerId})));
        database.append("match_key", "key, customer_id", rows);
    }

    /** Those who are worth a look, best first. */
    List<Candidate> of(Likeness likeness, List<TaxRegistration> registrations) {
        Collection<String> keys = likeness.keys();
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<UUID, Likeness> known = new HashMap<>();
        database.query(
                        """
                        select c.id, c.legal_name, c.email, c.website, c.country, c.postal_code, c.line1
                        from (select customer_id from match_key where key = any(?) group by customer_id
                              order by count(*) desc, customer_id limit ?) as found
                        join customer c on c.id = found.customer_id and c.state not in ('CLOSED', 'MERGED')
                        """,
                        keys,
                        MOST)
                .list(row -> known.put(row.uuid("id"), likeness(row)));
        return scored(likeness, registrations, known, identities.registrationsOf(known.keySet()));
    }

    static List<Candidate> scored(
            Likeness likeness,
            List<TaxRegistration> registrations,
            Map<UUID, Likeness> known,
            Map<UUID, List<TaxRegistration>> taxIds) {
        List<Candidate> candidates = new ArrayList<>();
        known.forEach((id, other) -> {
            boolean contradicted = taxIds.getOrDefault(id, List.of()).stream()
                    .anyMatch(theirs -> registrations.stream().anyMatch(theirs::contradicts));
            Score score = Score.of(likeness, other, contradicted);
            if (score.isWorthALook()) {
                candidates.add(new Candidate(id, score.points(), score.sure() && !contradicted, score.evidence()));
            }
        });
        candidates.sort(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::customerId));
        return candidates;
    }

    static Likeness likeness(Row row) {
        Place place = Place.of(row.text("country"), row.text("postal_code"), row.text("line1"));
        return Likeness.of(row.text("legal_name"), row.text("email"), row.text("website"), place);
    }
}
