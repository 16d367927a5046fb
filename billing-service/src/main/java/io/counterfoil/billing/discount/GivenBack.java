package io.counterfoil.billing.discount;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** On one bill, what comes back of discounts with the lines that are taken back. */
final class GivenBack {

    private final List<Step> steps = new ArrayList<>();

    private record Step(BillableItem repair, TakenOff before) {}

    /** The repairs in their order: each finds what the ones before have left. */
    GivenBack(List<BillableItem> items, Map<UUID, TakenOff> takenOff) {
        Map<UUID, TakenOff> left = new HashMap<>(takenOff);
        for (BillableItem item : items) {
            TakenOff before = item.type() == ItemType.REPAIR ? left.get(item.originalLineId()) : null;
            if (before != null) {
                steps.add(new Step(item, before));
                left.put(item.originalLineId(), before.after(item.net().negated()));
            }
        }
    }

    List<BillableItem> items() {
        return steps.stream()
                .flatMap(step -> step.before().back(step.repair()).stream())
                .toList();
    }

    /** How much of one discount of a subscription comes back. */
    Money of(UUID subscriptionId, String discountId, String currency) {
        return steps.stream()
                .filter(step -> subscriptionId.equals(step.repair().subscriptionId()))
                .map(step -> step.before().by(discountId, step.repair().net().negated()))
                .reduce(Money.zero(currency), Money::plus);
    }
}
