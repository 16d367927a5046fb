package io.counterfoil.order.approval;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who must approve what. */
@Dependent
public class ApprovalRules {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    ApprovalRules(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rule for a value: of those that it reaches the closest and highest; empty when nobody need approve. */
    public Optional<Demand> demand(String legalEntityId, Money total) {
        return database.query(
                        """
                        select * from approval_rule
                        where currency = ? and from_minor <= ? and (legal_entity_id is null or legal_entity_id = ?)
                        order by legal_entity_id nulls last, from_minor desc limit 1
                        """,
                        total.currency(),
                        total.minor(),
                        legalEntityId)
                .one(ApprovalRules::read)
                .map(rule -> new Demand(
                        "The value " + total + " reaches " + rule.from() + " of rule " + rule.ruleId(),
                        rule.approvers()));
    }

    /**
     * What is demanded of approvers.
     *
     * @param reason in words
     * @param approvers who may approve; all when empty
     */
    public record Demand(String reason, List<String> approvers) {}

    Optional<ApprovalRule> find(String ruleId) {
        return database.query("select * from approval_rule where rule_id = ? for update", ruleId)
                .one(ApprovalRules::read);
    }

    List<ApprovalRule> after(String ruleId, int limit) {
        return database.query("select * from approval_rule where rule_id > ? order by rule_id limit ?", ruleId, limit)
                .list(ApprovalRules::read);
    }

    void write(ApprovalRule rule) {
        database.update(
                """
                insert into approval_rule (rule_id, legal_entity_id, currency, from_minor, approvers, changed_at, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (rule_id) do update set legal_entity_id = excluded.legal_entity_id, currency = excluded.currency,
                  from_minor = excluded.from_minor, approvers = excluded.approvers, changed_at = excluded.changed_at,
                  version = excluded.version
                """,
                rule.ruleId(),
                rule.legalEntityId(),
                rule.from().currency(),
                rule.from().minor(),
                String.join(" ", rule.approvers()),
                clock.now(),
                rule.version());
    }

    private static ApprovalRule read(Row row) {
        return new ApprovalRule(
                row.text("rule_id"),
                row.text("legal_entity_id"),
                Money.ofMinor(row.longValue("from_minor"), row.text("currency")),
                row.text("approvers").isEmpty()
                        ? List.of()
                        : Arrays.asList(row.text("approvers").split(" ")),
                row.intValue("version"));
    }
}
