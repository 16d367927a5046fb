package io.counterfoil.ledger.entity;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;

/** Chooses where the rules of accounting leave a choice, from a day on. */
@UseCase
class ChoosePolicy {

    private final AccountingPolicies policies;
    private final Books books;
    private final BusinessClock clock;
    private final Outbox outbox;

    @Inject
    ChoosePolicy(AccountingPolicies policies, Books books, BusinessClock clock, Outbox outbox) {
        this.policies = policies;
        this.books = books;
        this.clock = clock;
        this.outbox = outbox;
    }

    AccountingPolicyJson handle(
            String legalEntityId, String name, AccountingPolicyJson.Request told, String ifMatch, String by) {
        books.of(legalEntityId);
        Policy policy = AccountingPolicies.named(name).orElseThrow(() -> new NotFound("accounting policy", name));
        if (!policy.choices().contains(told.value())) {
            throw new Invalid("/value", "must be one of " + policy.choices());
        }
        AccountingPolicyJson before = policies.newest(legalEntityId, policy);
        if (before.value().equals(told.value()) && told.validFrom().equals(before.validFrom())) {
            return before;
        }
        if (before.version() > 0) {
            ETags.require(ifMatch, before.version());
        }
        policies.add(legalEntityId, policy, told, before.version() + 1, by, clock.now());
        outbox.publish(new AccountingPolicyChosen(
                legalEntityId, policy.label(), told.value(), told.validFrom(), before.version() + 1, by, clock.now()));
        return policies.newest(legalEntityId, policy);
    }
}
