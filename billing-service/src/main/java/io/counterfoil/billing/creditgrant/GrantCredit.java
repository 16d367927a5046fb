package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.creditgrant.CreditJson.CreditRequest;
import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditOrigin;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Grants credit to a customer for a reason; above the limit it waits for a second person. */
@UseCase
class GrantCredit {

    private final CustomerCredits credits;
    private final PayOpenInvoices open;
    private final LegalEntities entities;
    private final Policies policies;
    private final BusinessClock clock;

    @Inject
    GrantCredit(
            CustomerCredits credits,
            PayOpenInvoices open,
            LegalEntities entities,
            Policies policies,
            BusinessClock clock) {
        this.credits = credits;
        this.open = open;
        this.entities = entities;
        this.policies = policies;
        this.clock = clock;
    }

    Credit handle(CreditRequest wanted) {
        Instant now = clock.now();
        LocalDate today = entities.byId(wanted.legalEntityId()).dateAt(now);
        check(wanted, today);
        PolicyValue limit =
                policies.value(PolicyName.CREDIT_GRANT_APPROVAL_LIMIT, Scope.of(wanted.legalEntityId()), today);
        boolean free = wanted.amount().compareTo(limit.amount(wanted.amount().currency())) <= 0;
        Credit credit = credit(wanted, free, today, now);
        credits.add(credit, Map.of(limit.policy().text(), limit.reference()));
        return free ? open.pay(credit, today, now) : credit;
    }

    private static void check(CreditRequest wanted, LocalDate today) {
        if (!wanted.amount().isPositive()) {
            throw new Invalid("/amount/amount", "must be above zero");
        }
        if (wanted.expiresOn() != null && !wanted.expiresOn().isAfter(today)) {
            throw new Invalid("/expiresOn", "must be after today, " + today);
        }
    }

    private static Credit credit(CreditRequest wanted, boolean free, LocalDate today, Instant now) {
        Money zero = Money.zero(wanted.amount().currency());
        return new Credit(
                EventIds.next(),
                wanted.legalEntityId(),
                wanted.customerId(),
                CreditKind.CUSTOMER_CREDIT,
                CreditOrigin.GRANT,
                null,
                null,
                free ? Credit.State.GRANTED : Credit.State.REQUESTED,
                wanted.amount(),
                free ? wanted.amount() : zero,
                zero,
                wanted.reasonCode(),
                wanted.reason(),
                wanted.expiresOn(),
                wanted.priority() == null ? Credit.USUAL_PRIORITY : wanted.priority(),
                Correlation.current().actor(),
                null,
                today,
                now,
                Correlation.current().correlationId(),
                1);
    }
}
