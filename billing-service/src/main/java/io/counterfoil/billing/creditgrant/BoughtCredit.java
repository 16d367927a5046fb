package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Charge;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the plan says of credit that a line sold: how long it lasts, and what comes on top of what was paid. */
@Dependent
class BoughtCredit {

    private final Plans plans;

    @Inject
    BoughtCredit(Plans plans) {
        this.plans = plans;
    }

    /** The first day on which it can't be used any more; null where it lasts for ever. */
    LocalDate lasts(BillableItem sold, LocalDate from) {
        return charge(sold)
                .map(charge -> charge.terms().creditLasts())
                .map(lasts -> lasts.boundary(from, 1))
                .orElse(null);
    }

    /** What is given beyond what was paid; nothing of it where only a part of a period was sold. */
    Optional<Money> beyond(BillableItem sold) {
        String currency = sold.net().currency();
        return charge(sold)
                .filter(charge -> charge.terms().grantedCredit().containsKey(currency))
                .filter(charge -> full(charge, sold).equals(sold.net()))
                .map(charge -> units(charge, sold)
                        .amount(sold.quantity(), Share.WHOLE, currency)
                        .minus(sold.net()))
                .filter(Money::isPositive);
    }

    private static Money full(Charge charge, BillableItem sold) {
        return charge.tariff(sold.unitPrice(), sold.net().currency())
                .amount(sold.quantity(), Share.WHOLE, sold.net().currency());
    }

    private static Tariff units(Charge charge, BillableItem sold) {
        Money each = charge.terms().grantedCredit().get(sold.net().currency());
        return Tariff.simple(charge.pricing() == Pricing.FLAT ? Pricing.FLAT : Pricing.PER_UNIT, UnitPrice.of(each));
    }

    private Optional<Charge> charge(BillableItem sold) {
        String[] price = sold.priceId() == null ? new String[0] : sold.priceId().split("/");
        return price.length < 2
                ? Optional.empty()
                : plans.of(List.of(price[0])).version(price[0], Integer.parseInt(price[1])).charges().stream()
                        .filter(charge -> charge.chargeId().equals(sold.chargeId()))
                        .findFirst();
    }
}
