package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is sold beside the plan itself: to whom it belongs, how many, and the price where the plan has none.
 *
 * @param unitPrice null where the plan sets all prices
 */
public record Sale(
        UUID agreementId,
        UUID subscriptionId,
        String legalEntityId,
        String currency,
        UUID lineId,
        int lineNumber,
        String productId,
        String productName,
        Quantity quantity,
        UnitPrice unitPrice,
        UUID performanceObligationId,
        RevenueTreatment revenueTreatment,
        TaxCategory taxCategory) {

    /** The plan as it is sold on the day: what it leaves open of counting and rounding is as the policies say. */
    public Plan asSold(Plan plan, PolicyBook policies, UUID contractId, LocalDate day) {
        return plan.sold(charge -> {
            String key = Scope.chargeKey(plan.planId(), charge.chargeId());
            Scope scope = new Scope(legalEntityId, contractId, key);
            Proration usual =
                    policies.value(PolicyName.PRORATION_DIALECT, scope, day).as(Proration.class);
            return charge.sold(
                    usual, policies.value(PolicyName.ROUNDING_LINE, scope, day).step(currency));
        });
    }

    /** What each charge of the plan comes to. */
    public List<ChargeTerms> of(Plan plan) {
        return plan.chargesIn(currency).stream()
                .map(charge -> terms(plan, charge))
                .toList();
    }

    ChargeTerms terms(Plan plan, Charge charge) {
        return new ChargeTerms(
                agreementId,
                subscriptionId,
                legalEntityId,
                lineId,
                lineNumber,
                productId,
                charge.isPricedByOrder() ? productName : productName + ": " + charge.name(),
                plan.planId(),
                plan.version(),
                charge.chargeId(),
                charge.kind(),
                charge.pricing(),
                quantity,
                charge.price(unitPrice, currency),
                charge.period(),
                charge.terms().timing(),
                charge.terms().dialect(),
                performanceObligationId,
                revenueTreatment,
                taxCategory,
                charge.tariff(unitPrice, currency));
    }
}
