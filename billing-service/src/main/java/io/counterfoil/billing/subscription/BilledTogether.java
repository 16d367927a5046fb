package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds what must be claimed together because it goes on one invoice: all that is due of a payer and those it pays for, or,
 * by policy, of a customer. Whoever works on a payer's set has locked the payer, so two sets never share one.
 */
@Dependent
class BilledTogether {

    private final Database database;
    private final Policies policies;
    private final Agreements agreements;
    private final BusinessClock clock;

    @Inject
    BilledTogether(Database database, Policies policies, Agreements agreements, BusinessClock clock) {
        this.agreements = agreements;
        this.clock = clock;
        this.database = database;
        this.policies = policies;
    }

    /**
     * What may be claimed of some candidates.
     *
     * @param alone on an invoice of its own
     * @param together all that is due of the payers that nobody else works on
     */
    private record Claimable(List<UUID> alone, List<UUID> together) {}

    /** False where each agreement has invoices of its own. */
    boolean isWanted(String legalEntityId, LocalDate day) {
        return isByCustomer(legalEntityId, day) || anybodyPaysForOthers();
    }

    private boolean isByCustomer(String legalEntityId, LocalDate day) {
        return policies.value(PolicyName.INVOICE_GROUPING, Scope.of(legalEntityId), day)
                .is("CUSTOMER");
    }

    /** Locks what of some candidates may be billed now, with all that goes on the same invoices. */
    List<Agreement> claim(List<UUID> candidates, String legalEntityId, LocalDate day, int limit) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Claimable claimable = of(candidates, legalEntityId, day, limit);
        List<Agreement> claimed = new ArrayList<>(agreements.lockAll(claimable.together()));
        if (!claimable.alone().isEmpty() && claimed.size() < limit) {
            claimed.addAll(agreements.claim(claimable.alone(), limit - claimed.size()));
        }
        return claimed;
    }

    private Claimable of(List<UUID> candidates, String legalEntityId, LocalDate day, int limit) {
        boolean byCustomer = isByCustomer(legalEntityId, day);
        List<UUID> alone = new ArrayList<>();
        Map<UUID, Boolean> payers = new HashMap<>();
        for (Candidate candidate : candidates(candidates)) {
            if (alone.size() + payers.size() >= limit) {
                break;
            }
            if (byCustomer || candidate.rolledUp()) {
                payers.computeIfAbsent(candidate.payer(), payer -> lock(legalEntityId, payer));
            } else {
                alone.add(candidate.agreementId());
            }
        }
        payers.values().removeIf(locked -> !locked);
        return new Claimable(alone, payers.isEmpty() ? List.of() : due(legalEntityId, day, payers.keySet()));
    }

    private record Candidate(UUID agreementId, UUID payer, boolean rolledUp) {}

    private boolean anybodyPaysForOthers() {
        return database.query("select exists (select 1 from billing_profile where payer_id <> customer_id) as any")
                .one(row -> row.bool("any"))
                .orElse(false);
    }

    private List<Candidate> candidates(List<UUID> agreementIds) {
        return database.query(
                        """
                        select a.agreement_id, coalesce(p.payer_id, a.customer_id) as payer,
                               p.payer_id is not null or exists (select 1 from billing_profile c
                                 where c.payer_id = a.customer_id and c.customer_id <> a.customer_id) as rolled_up
                          from unnest(?::uuid[]) with ordinality as wanted (agreement_id, place)
                          join agreement a using (agreement_id)
                          left join billing_profile p on p.customer_id = a.customer_id and p.payer_id <> p.customer_id
                         order by wanted.place
                        """,
                        agreementIds)
                .list(row -> new Candidate(row.uuid("agreement_id"), row.uuid("payer"), row.bool("rolled_up")));
    }

    private boolean lock(String legalEntityId, UUID payer) {
        return database.query(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked",
                        "billed together " + legalEntityId + " " + payer)
                .one(row -> row.bool("locked"))
                .orElse(false);
    }

    private List<UUID> due(String legalEntityId, LocalDate day, Collection<UUID> payers) {
        return database.query(
                        """
                        select a.agreement_id from agreement a
                         where a.legal_entity_id = ?
                           and a.customer_id in (select unnest(?::uuid[])
                                                 union select customer_id from billing_profile where payer_id = any(?))
                           and (exists (select 1 from agreement_due d where d.agreement_id = a.agreement_id
                                           and d.due_on <= ?)
                             or exists (select 1 from agreement_due_elsewhere d where d.agreement_id = a.agreement_id
                                           and d.due_at <= ?)
                             or exists (select 1 from pending_item i where i.agreement_id = a.agreement_id
                                           and i.bill_on <= ?))
                         order by a.agreement_id
                        """,
                        legalEntityId,
                        payers,
                        payers,
                        day,
                        clock.now(),
                        day)
                .list(row -> row.uuid("agreement_id"));
    }
}
