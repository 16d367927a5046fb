package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.invoice.Cause;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** By policy, what a cancelled order was charged for once is given back: all that memos have left of it. */
@Dependent
class GiveBackOnce {

    private final Invoices invoices;
    private final Policies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    GiveBackOnce(Invoices invoices, Policies policies, LegalEntities entities, BusinessClock clock) {
        this.invoices = invoices;
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    void handle(Account account) {
        Agreement agreement = account.agreement();
        LocalDate today = entities.byId(agreement.legalEntityId()).dateAt(clock.now());
        Scope scope = Scope.of(agreement.legalEntityId(), agreement.contractId());
        if (policies.value(PolicyName.CANCELLATION_ONE_TIME, scope, today).is("KEEP")) {
            return;
        }
        List<BillableItem> back = invoices
                .billedOnce(account.charges().stream()
                        .filter(charge -> charge.terms().kind() == Kind.ONE_TIME)
                        .map(OrderCharge::orderChargeId)
                        .toList())
                .stream()
                .filter(line -> line.left().isPositive())
                .map(line -> givenBack(line, today))
                .toList();
        if (!back.isEmpty()) {
            invoices.issue(List.of(new Bill(
                    agreement,
                    back,
                    today,
                    EventIds.derived(back.get(0).itemId(), "invoice"),
                    Cause.continuing(agreement.correlationId()))));
        }
    }

    private static BillableItem givenBack(BilledLine line, LocalDate day) {
        BillableItem billed = line.item();
        return new BillableItem(
                EventIds.derived(line.lineId(), "cancelled"),
                ItemType.REPAIR,
                billed.agreementId(),
                billed.subscriptionId(),
                billed.orderLineId(),
                billed.orderChargeId(),
                billed.chargeId(),
                billed.productId(),
                billed.description(),
                billed.planId(),
                billed.priceId(),
                billed.performanceObligationId(),
                billed.revenueTreatment(),
                billed.period(),
                billed.quantity(),
                billed.unitPrice(),
                line.left().negated(),
                billed.taxCategory(),
                line.lineId(),
                List.of(),
                day);
    }
}
