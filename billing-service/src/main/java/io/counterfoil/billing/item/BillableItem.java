package io.counterfoil.billing.item;

import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One thing that goes on an invoice, whoever made it: the billing run, a change of a subscription, the usage of a meter.
 *
 * @param itemId derived from what it bills, so that a replay gives the same; the database takes no item twice
 * @param agreementId the container of what is billed together
 * @param subscriptionId null where no subscription is behind it
 * @param orderLineId null where it was not sold by an order
 * @param orderChargeId the charge on its way through the periods; null for what is made at the composition
 * @param period null where it is not served over time
 * @param net may be below zero
 * @param originalLineId the invoice line that it repairs or corrects; else null
 * @param accrualIds the rated usage that it bills, and itself if it had waited: what may have been earned before it was billed
 * @param dueOn the first day on which it may be billed
 * @param amendmentId the change of the subscription that it bills or takes back for; null where it was agreed from the beginning
 */
public record BillableItem(
        UUID itemId,
        ItemType type,
        UUID agreementId,
        UUID subscriptionId,
        UUID orderLineId,
        UUID orderChargeId,
        String chargeId,
        String productId,
        String description,
        String planId,
        String priceId,
        UUID performanceObligationId,
        RevenueTreatment revenueTreatment,
        ServicePeriod period,
        Quantity quantity,
        UnitPrice unitPrice,
        Money net,
        TaxCategory taxCategory,
        UUID originalLineId,
        List<UUID> accrualIds,
        LocalDate dueOn,
        UUID amendmentId) {

    public BillableItem {
        accrualIds = accrualIds == null ? List.of() : List.copyOf(accrualIds);
        if (type == ItemType.REPAIR && originalLineId == null) {
            throw new IllegalArgumentException("a repair names the line that it repairs");
        }
        if (type == ItemType.REPAIR && net.isPositive()) {
            throw new IllegalArgumentException("a repair takes back");
        }
    }

    /** An item that no change has caused. */
    public BillableItem(
            UUID itemId,
            ItemType type,
            UUID agreementId,
            UUID subscriptionId,
            UUID orderLineId,
            UUID orderChargeId,
            String chargeId,
            String productId,
            String description,
            String planId,
            String priceId,
            UUID performanceObligationId,
            RevenueTreatment revenueTreatment,
            ServicePeriod period,
            Quantity quantity,
            UnitPrice unitPrice,
            Money net,
            TaxCategory taxCategory,
            UUID originalLineId,
            List<UUID> accrualIds,
            LocalDate dueOn) {
        this(
                itemId,
                type,
                agreementId,
                subscriptionId,
                orderLineId,
                orderChargeId,
                chargeId,
                productId,
                description,
                planId,
                priceId,
                performanceObligationId,
                revenueTreatment,
                period,
                quantity,
                unitPrice,
                net,
                taxCategory,
                originalLineId,
                accrualIds,
                dueOn,
                null);
    }

    /** The same for a change, unless another one has caused it. */
    public BillableItem causedBy(UUID change) {
        return amendmentId != null ? this : with(itemId, period, net, taxCategory, accrualIds, change);
    }

    /** The same at another amount, such as a rounded one. */
    public BillableItem at(Money amount) {
        return amount.equals(net) ? this : with(itemId, period, amount, taxCategory, accrualIds, amendmentId);
    }

    /** The same after it had waited, told by the change that made it: what was earned meanwhile is known by its id. */
    public BillableItem havingWaited() {
        if (accrualIds.contains(itemId)) {
            return this;
        }
        List<UUID> accrued = new ArrayList<>(accrualIds);
        accrued.add(itemId);
        return with(itemId, period, net, taxCategory, accrued, amendmentId);
    }

    /**
     * The item as it was taxed: without the tax that its price includes, in the category that applied, and only the part of
     * it that has one rate.
     */
    public BillableItem taxed(int part, ServicePeriod ofPeriod, Money withoutTax, TaxCategory applied) {
        UUID id = part == 0 ? itemId : EventIds.derived(itemId, "part " + part);
        return with(id, ofPeriod, withoutTax, applied, accrualIds, amendmentId);
    }

    private BillableItem with(
            UUID id, ServicePeriod days, Money amount, TaxCategory category, List<UUID> accrued, UUID change) {
        return new BillableItem(
                id,
                type,
                agreementId,
                subscriptionId,
                orderLineId,
                orderChargeId,
                chargeId,
                productId,
                description,
                planId,
                priceId,
                performanceObligationId,
                revenueTreatment,
                days,
                quantity,
                unitPrice,
                amount,
                category,
                originalLineId,
                accrued,
                dueOn,
                change);
    }
}
