package io.counterfoil.billing.allowance;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * On what a term of the whole document is counted: what the lines sell, less what came off them. Lines of one promise, period
 * and category of tax are one part, and what is taken back of such is another, so that what is added can be earned and taxed as
 * they are.
 */
record Base(List<Part> parts, Money sum) {

    /** Credit that is bought is no sale yet; what is on the whole document already is no base of more. */
    private static final Set<ItemType> NONE = EnumSet.of(ItemType.PREPAID, ItemType.ALLOWANCE, ItemType.CHARGE);

    /** Lines that belong together; the first of them stands for all. */
    record Part(BillableItem like, Money net) {
        private Part plus(Part other) {
            return new Part(like, net.plus(other.net));
        }
    }

    static Base of(List<BillableItem> items) {
        Map<List<Object>, Part> parts = new LinkedHashMap<>();
        items.stream()
                .filter(item -> !NONE.contains(item.type()))
                .forEach(item -> parts.merge(together(item), new Part(item, item.net()), Part::plus));
        List<Part> all = new ArrayList<>(parts.values());
        Money zero = Money.zero(items.get(0).net().currency());
        return new Base(all, all.stream().map(Part::net).reduce(zero, Money::plus));
    }

    private static List<Object> together(BillableItem item) {
        return Arrays.asList(
                item.agreementId(),
                item.orderLineId(),
                item.productId(),
                item.performanceObligationId(),
                item.revenueTreatment(),
                item.period(),
                item.taxCategory(),
                item.originalLineId() != null);
    }
}
