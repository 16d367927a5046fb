package io.counterfoil.billing.voiding;

import io.counterfoil.billing.amendment.Amendments;
import io.counterfoil.billing.amendment.Amendments.Anew;
import io.counterfoil.billing.invoice.InvoiceLine;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.event.EventIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a voided invoice had billed is billable again. The last period of a charge falls due as if it had never been billed, on
 * the terms that hold then; what lies before periods that are billed, or was billed once, waits for the next invoice.
 */
@Dependent
class BillAgain {

    private final Subscriptions subscriptions;
    private final Amendments amendments;
    private final PendingItems pending;

    @Inject
    BillAgain(Subscriptions subscriptions, Amendments amendments, PendingItems pending) {
        this.subscriptions = subscriptions;
        this.amendments = amendments;
        this.pending = pending;
    }

    void billable(List<InvoiceLine> lines, Voiding voiding) {
        List<BillableItem> items = lines.stream().map(InvoiceLine::asSold).toList();
        Set<UUID> reckoned = reckoned(items, voiding);
        List<BillableItem> others = items.stream()
                .filter(item -> !PendingItems.isReckoned(item) || !reckoned.contains(item.subscriptionId()))
                .toList();
        List<UUID> fallDue = subscriptions.billAgain(others.stream()
                .filter(item -> item.type() == ItemType.RECURRING || item.type() == ItemType.PREPAID)
                .filter(item -> item.orderChargeId() != null && item.period() != null)
                .toList());
        pending.add(others.stream()
                .filter(item -> !fallDue.contains(item.itemId()))
                .filter(item -> !comesByItself(item, fallDue))
                .map(item -> again(item, voiding))
                .toList());
        reckoned.forEach(amendments::tellVoided); // with all that waits now, fees as well
    }

    /**
     * What was changed since is reckoned anew by its timeline. A charge is billed at once; what is only taken back waits for
     * the next invoice, so that the line that it repairs can be voided too.
     */
    private Set<UUID> reckoned(List<BillableItem> items, Voiding voiding) {
        Set<UUID> reckoned = new LinkedHashSet<>();
        items.stream()
                .filter(PendingItems::isReckoned)
                .map(BillableItem::subscriptionId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> amendments.reckonAgain(id).ifPresent(found -> {
                    reckoned.add(id);
                    List<BillableItem> anew = anew(found, voiding);
                    boolean charges = anew.stream().anyMatch(item -> item.type() != ItemType.REPAIR);
                    if (charges) {
                        pending.addForTheirDay(anew);
                    } else {
                        pending.add(anew);
                    }
                }));
        return reckoned;
    }

    /** What had waited and still does keeps its id; what waits no longer is not told any more. */
    private static List<BillableItem> anew(Anew found, Voiding voiding) {
        return found.due().stream()
                .map(item -> found.waited().contains(item.itemId())
                        ? again(item, item.itemId(), voiding)
                        : again(item, voiding))
                .toList();
    }

    /** What a composition adds it adds again: what comes off a line, and what is missing to the minimum of a period. */
    private static boolean comesByItself(BillableItem item, List<UUID> fallDue) {
        if (isOfDocument(item)) {
            return true;
        }
        boolean made = item.orderChargeId() == null && item.subscriptionId() != null;
        return made && (item.type() == ItemType.DISCOUNT || item.type() == ItemType.TRUE_UP && !fallDue.isEmpty());
    }

    /** By a published term, whose version its price names; what was put on a draft by hand has none. */
    private static boolean isOfDocument(BillableItem item) {
        boolean ofAll = item.type() == ItemType.ALLOWANCE || item.type() == ItemType.CHARGE;
        return ofAll && item.priceId().startsWith(item.planId() + "@");
    }

    private static BillableItem again(BillableItem item, Voiding voiding) {
        return again(item, EventIds.derived(voiding.act(), "again " + item.itemId()), voiding);
    }

    private static BillableItem again(BillableItem item, UUID itemId, Voiding voiding) {
        return new BillableItem(
                itemId,
                item.type(),
                item.agreementId(),
                item.subscriptionId(),
                item.orderLineId(),
                item.orderChargeId(),
                item.chargeId(),
                item.productId(),
                item.description(),
                item.planId(),
                item.priceId(),
                item.performanceObligationId(),
                item.revenueTreatment(),
                item.period(),
                item.quantity(),
                item.unitPrice(),
                item.net(),
                item.taxCategory(),
                item.originalLineId(),
                item.accrualIds(),
                voiding.day(),
                item.amendmentId());
    }
}
