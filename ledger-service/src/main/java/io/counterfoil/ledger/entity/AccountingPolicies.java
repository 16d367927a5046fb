package io.counterfoil.ledger.entity;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What legal entities have chosen; versions are only added. */
@Dependent
class AccountingPolicies {

    private final Database database;

    @Inject
    AccountingPolicies(Database database) {
        this.database = database;
    }

    static Optional<Policy> named(String name) {
        return Arrays.stream(Policy.values())
                .filter(policy -> policy.label().equals(name))
                .findFirst();
    }

    List<AccountingPolicyJson> of(String legalEntityId) {
        return Arrays.stream(Policy.values())
                .map(policy -> newest(legalEntityId, policy))
                .toList();
    }

    AccountingPolicyJson newest(String legalEntityId, Policy policy) {
        return database.query(
                        "select * from accounting_policy where legal_entity_id = ? and name = ? order by version desc limit 1",
                        legalEntityId,
                        policy.label())
                .one(row -> new AccountingPolicyJson(
                        legalEntityId,
                        policy.label(),
                        policy.choices(),
                        row.text("value"),
                        row.date("valid_from"),
                        row.longValue("version")))
                .orElseGet(() -> new AccountingPolicyJson(
                        legalEntityId, policy.label(), policy.choices(), policy.byItself(), null, 0));
    }

    void add(
            String legalEntityId,
            Policy policy,
            AccountingPolicyJson.Request told,
            long version,
            String by,
            Instant at) {
        database.update(
                """
                insert into accounting_policy (legal_entity_id, name, version, value, valid_from, decided_at, decided_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                legalEntityId,
                policy.label(),
                version,
                told.value(),
                told.validFrom(),
                at,
                by);
    }
}
