package io.counterfoil.billing.dunning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published policies. A version is never changed. */
@Dependent
class DunningPolicies {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    DunningPolicies(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<DunningPolicy> newest(String policyId) {
        return database.query(
                        "select * from dunning_policy where policy_id = ? order by version desc limit 1", policyId)
                .one(DunningPolicies::read);
    }

    /** The newest version of each, after the given id. */
    List<DunningPolicy> page(String after, int limit) {
        return database.query(
                        """
                        select distinct on (policy_id) * from dunning_policy where policy_id > ?
                         order by policy_id, version desc limit ?
                        """,
                        after,
                        limit)
                .list(DunningPolicies::read);
    }

    /** The versions by which these cases go, by {@link DunningPolicy#reference}. */
    Map<String, DunningPolicy> of(Collection<DunningCase> cases) {
        return database
                .query(
                        "select * from dunning_policy where policy_id = any(?)",
                        cases.stream().map(DunningCase::policyId).distinct().toList())
                .list(DunningPolicies::read)
                .stream()
                .collect(Collectors.toMap(DunningPolicy::reference, policy -> policy));
    }

    /** What is published also concerns what is overdue already: it is looked for again. */
    void add(DunningPolicy policy) {
        database.update(
                """
                insert into dunning_policy (policy_id, version, legal_entity_id, segment, valid_from, valid_to, first_day,
                                            steps, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                policy.policyId(),
                policy.version(),
                policy.legalEntityId(),
                policy.segment(),
                policy.validFrom(),
                policy.validTo(),
                policy.firstDay(),
                Json.write(policy.steps()),
                clock.now());
        database.update("delete from dunning_sweep");
    }

    private static DunningPolicy read(Row row) {
        try {
            return new DunningPolicy(
                    row.text("policy_id"),
                    row.intValue("version"),
                    row.text("legal_entity_id"),
                    row.text("segment"),
                    row.date("valid_from"),
                    row.date("valid_to"),
                    List.of(Json.lenient().readValue(row.text("steps"), DunningStep[].class)));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("the kept steps of a dunning policy can't be read", corrupt);
        }
    }
}
