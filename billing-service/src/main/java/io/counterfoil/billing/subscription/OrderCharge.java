package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A charge on unchanging terms, from the day on which it starts to that on which it ends, on its way through the billing
 * periods. A change of a subscription ends one and starts another.
 *
 * @param changeId the change that started it; null where it was agreed from the beginning
 * @param anchor every period is counted from it
 * @param endDate first day that is not charged for any more; null without a term
 * @param billedThrough first day that is not billed yet
 * @param nextDue the day on which its next item falls due; null when nothing is left to bill
 * @param billedOn the day on which an item of it was billed last; null as long as none was
 * @param round how often its periods were made billable again, so that what is billed anew is a new item
 */
public record OrderCharge(
        UUID orderChargeId,
        UUID changeId,
        ChargeTerms terms,
        LocalDate anchor,
        LocalDate startDate,
        LocalDate endDate,
        LocalDate billedThrough,
        LocalDate nextDue,
        LocalDate billedOn,
        int round) {

    /** A charge that was agreed from the beginning. */
    static OrderCharge starting(UUID id, ChargeTerms terms, LocalDate anchor, LocalDate start, LocalDate end) {
        return changed(id, null, terms, anchor, start, end);
    }

    /** A charge that a change starts. */
    public static OrderCharge changed(
            UUID id, UUID changeId, ChargeTerms terms, LocalDate anchor, LocalDate start, LocalDate end) {
        return new OrderCharge(id, changeId, terms, anchor, start, end, start, null, null, 0).billed(start, null);
    }

    /** What is charged once, on a day. */
    public static OrderCharge once(
            UUID id, UUID changeId, ChargeTerms terms, LocalDate start, LocalDate end, LocalDate due) {
        return new OrderCharge(id, changeId, terms, start, start, end, start, due, null, 0);
    }

    /** All that falls due by the day. */
    public List<BillableItem> dueBy(LocalDate day, String currency) {
        if (nextDue == null || nextDue.isAfter(day)) {
            return List.of();
        }
        if (terms.kind() == Kind.ONE_TIME) {
            return List.of(item(ItemType.ONE_TIME, servedOver(), amount(Share.WHOLE, currency), nextDue));
        }
        if (terms.kind() == Kind.USAGE) {
            // What was used is rated for the whole set at once.
            return List.of();
        }
        return periodsDueBy(day).stream()
                .map(period -> item(ItemType.RECURRING, period, amount(period, currency), dueOn(period)))
                .toList();
    }

    /** The periods, or parts of them, that fall due by the day. */
    public List<ServicePeriod> periodsDueBy(LocalDate day) {
        return terms.timing() == Timing.IN_ADVANCE
                ? terms.billingPeriod().inAdvance(anchor, billedThrough, day, endDate)
                : terms.billingPeriod().inArrears(anchor, billedThrough, day, endDate);
    }

    /** The charge after all that fell due by the day was billed. */
    public OrderCharge billedBy(LocalDate day) {
        if (nextDue == null || nextDue.isAfter(day)) {
            return this;
        }
        if (terms.kind() == Kind.ONE_TIME) {
            return dueOn(billedThrough, null, day);
        }
        List<ServicePeriod> billed = periodsDueBy(day);
        return billed(billed.get(billed.size() - 1).end(), day);
    }

    /** The charge with nothing left to bill. */
    public OrderCharge cancelled() {
        return dueOn(billedThrough, null, billedOn);
    }

    /** The charge as if it had never started. */
    public OrderCharge emptied() {
        return new OrderCharge(
                orderChargeId, changeId, terms, anchor, startDate, startDate, billedThrough, null, billedOn, round);
    }

    /** The charge with another end. */
    public OrderCharge lasting(LocalDate end) {
        return new OrderCharge(
                        orderChargeId, changeId, terms, anchor, startDate, end, billedThrough, nextDue, billedOn, round)
                .billed(billedThrough, billedOn);
    }

    /** The charge billed up to a day and no further; in another round where it had been billed further before. */
    public OrderCharge billedUpTo(LocalDate day, boolean anew) {
        return new OrderCharge(
                        orderChargeId,
                        changeId,
                        terms,
                        anchor,
                        startDate,
                        endDate,
                        day,
                        null,
                        billedOn,
                        anew ? round + 1 : round)
                .billed(day, billedOn);
    }

    /** True where no day is charged. */
    public boolean isEmpty() {
        return endDate != null && !startDate.isBefore(endDate);
    }

    /** What of a period it charges. */
    public List<ServicePeriod> covers(ServicePeriod period) {
        LocalDate from = period.start().isBefore(startDate) ? startDate : period.start();
        LocalDate to = endDate != null && endDate.isBefore(period.end()) ? endDate : period.end();
        return from.isBefore(to) ? List.of(new ServicePeriod(from, to)) : List.of();
    }

    /** True where even a whole period costs nothing. */
    public boolean isFree(String currency) {
        return terms.kind() == Kind.RECURRING && amount(Share.WHOLE, currency).isZero();
    }

    /** What the span costs. */
    public Money amount(ServicePeriod span, String currency) {
        return amount(terms.dialect().share(terms.billingPeriod(), anchor, span), currency);
    }

    /** A span of it that is billed outside of the run; {@code repeat} tells it from earlier ones that were taken back. */
    public BillableItem recurring(ServicePeriod span, String currency, int repeat, LocalDate dueOn) {
        String key = "item " + round + " " + span.start() + " again " + repeat;
        return item(key, ItemType.RECURRING, span, amount(span, currency), dueOn);
    }

    private OrderCharge billed(LocalDate through, LocalDate on) {
        boolean over = endDate != null && !through.isBefore(endDate);
        return dueOn(through, over ? null : dueOn(pieceFrom(through)), on);
    }

    private ServicePeriod pieceFrom(LocalDate day) {
        return terms.billingPeriod().inAdvance(anchor, day, day, endDate).get(0);
    }

    private LocalDate dueOn(ServicePeriod period) {
        return terms.timing() == Timing.IN_ADVANCE ? period.start() : period.end();
    }

    private BillableItem item(ItemType type, ServicePeriod period, Money net, LocalDate dueOn) {
        return item(
                "item " + round + " " + (type == ItemType.ONE_TIME ? "once" : period.start()),
                type,
                period,
                net,
                dueOn);
    }

    private BillableItem item(String key, ItemType type, ServicePeriod period, Money net, LocalDate dueOn) {
        return new BillableItem(
                EventIds.derived(orderChargeId, key),
                type,
                terms.agreementId(),
                terms.subscriptionId(),
                terms.lineId(),
                orderChargeId,
                terms.chargeId(),
                terms.productId(),
                terms.description(),
                terms.planId(),
                terms.priceId(),
                terms.performanceObligationId(),
                terms.revenueTreatment(),
                period,
                terms.quantity(),
                terms.unitPrice(),
                net,
                terms.taxCategory(),
                null,
                List.of(),
                dueOn,
                changeId);
    }

    private Money amount(Share share, String currency) {
        return terms.tariff().amount(terms.quantity(), share, currency);
    }

    private ServicePeriod servedOver() {
        boolean overTime = terms.revenueTreatment() == RevenueTreatment.OVER_TIME_DAILY && endDate != null;
        return overTime ? new ServicePeriod(startDate, endDate) : null;
    }

    private OrderCharge dueOn(LocalDate through, LocalDate next, LocalDate billed) {
        return new OrderCharge(
                orderChargeId, changeId, terms, anchor, startDate, endDate, through, next, billed, round);
    }
}
