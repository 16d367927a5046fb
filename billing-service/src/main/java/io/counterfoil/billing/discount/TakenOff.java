package io.counterfoil.billing.discount;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What had come off a line that is being taken back. As much of it comes back as of the line, in steps of the sum, so that
 * all repairs of a line together give back exactly what had come off it.
 *
 * @param itemId the item that the line billed
 * @param net what the line came to before anything came off, as it was sold
 * @param reduced what was taken back of it before
 */
record TakenOff(UUID itemId, Money net, Money reduced, List<Off> offs) {

    /** One discount of the line: what came off, and on which line of its own. */
    record Off(UUID itemId, UUID lineId, String description, Money amount) {}

    /** What came off by a discount; zero where it was another one. */
    Money by(String discountId, Money repaired) {
        UUID own = EventIds.derived(itemId, "discount " + discountId);
        return offs.stream()
                .filter(off -> off.itemId().equals(own))
                .map(off -> step(off, repaired))
                .reduce(Money.zero(net.currency()), Money::plus);
    }

    /** The items that give it back, beside the repair. */
    List<BillableItem> back(BillableItem repair) {
        Money repaired = repair.net().negated();
        return offs.stream()
                .filter(off -> !step(off, repaired).isZero())
                .map(off -> MadeItems.givenBack(repair, off, step(off, repaired)))
                .toList();
    }

    TakenOff and(TakenOff more) {
        return new TakenOff(
                itemId,
                net,
                reduced,
                Stream.concat(offs.stream(), more.offs.stream()).toList());
    }

    TakenOff after(Money repaired) {
        return new TakenOff(itemId, net, reduced.plus(repaired), offs);
    }

    private Money step(Off off, Money repaired) {
        return upTo(off, reduced.plus(repaired)).minus(upTo(off, reduced));
    }

    private Money upTo(Off off, Money part) {
        return UnitPrice.of(off.amount())
                .times(new Share(part.minor(), net.minor()))
                .rounded(net.currency());
    }
}
