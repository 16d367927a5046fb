package io.counterfoil.billing.allowance;

import io.counterfoil.billing.allowance.DocumentTerms.Asked;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one term makes of one bill. A term without a product of its own is spread over what is sold, in steps of the sum, so that
 * its parts add up to it and each is earned and taxed as what it belongs to.
 */
final class TermItems {

    private final DocumentTerm term;
    private final Asked bill;
    private final List<BillableItem> made = new ArrayList<>();

    private TermItems(DocumentTerm term, Asked bill) {
        this.term = term;
        this.bill = bill;
    }

    static List<BillableItem> of(DocumentTerm term, Asked bill, Base base) {
        TermItems items = new TermItems(term, bill);
        if (term.productId() != null) {
            items.byItself(base);
        } else if (term.percent() != null) {
            items.percent(base);
        } else {
            items.spread(base);
        }
        return items.made;
    }

    private void byItself(Base base) {
        Money amount = term.percent() != null ? share(base.sum()) : amount(base);
        UUID own = EventIds.derived(bill.billId(), "term " + term.termId());
        add(
                amount,
                base.sum(),
                new Promise(
                        own,
                        null,
                        own,
                        bill.agreementId(),
                        term.productId(),
                        EventIds.derived(own, "obligation"),
                        RevenueTreatment.POINT_IN_TIME,
                        null,
                        TaxCategory.S,
                        null));
    }

    /** What is taken back of a sale takes its part along: a percentage has the sign of what it is on. */
    private void percent(Base base) {
        Money reached = Money.zero(base.sum().currency());
        Money given = reached;
        for (Base.Part part : base.parts()) {
            reached = reached.plus(part.net());
            Money upToHere = share(reached);
            add(upToHere.minus(given), part.net(), Promise.of(part.like(), id()));
            given = upToHere;
        }
    }

    /** An amount is on what is sold, not on what is taken back. */
    private void spread(Base base) {
        Money amount = amount(base);
        Money zero = Money.zero(amount.currency());
        List<Base.Part> sold =
                base.parts().stream().filter(part -> part.net().isPositive()).toList();
        Money whole = sold.stream().map(Base.Part::net).reduce(zero, Money::plus);
        Money reached = zero;
        Money given = zero;
        for (Base.Part part : sold) {
            reached = reached.plus(part.net());
            Money upToHere = Rounding.share(amount, reached, whole);
            add(upToHere.minus(given), part.net(), Promise.of(part.like(), id()));
            given = upToHere;
        }
    }

    private Money share(Money of) {
        return term.percent().times(new Quantity(of.toDecimal())).rounded(of.currency());
    }

    /** Nothing where nothing is sold; an allowance never takes off more than is sold. */
    private Money amount(Base base) {
        Money zero = Money.zero(base.sum().currency());
        Money said = term.amounts().getOrDefault(base.sum().currency(), zero);
        if (!base.sum().isPositive()) {
            return zero;
        }
        return term.kind() == ItemType.ALLOWANCE ? said.min(base.sum()) : said;
    }

    private UUID id() {
        return EventIds.derived(bill.billId(), "term " + term.termId() + " " + made.size());
    }

    private void add(Money amount, Money base, Promise promise) {
        if (amount.isZero()) {
            return;
        }
        Money net = term.kind() == ItemType.ALLOWANCE ? amount.negated() : amount;
        made.add(new BillableItem(
                promise.itemId(),
                term.kind(),
                promise.agreementId(),
                promise.subscriptionId(),
                promise.orderLineId(),
                null,
                term.reasonCode(),
                promise.productId(),
                term.reason(),
                term.termId(),
                term.reference(),
                promise.obligationId(),
                promise.treatment(),
                promise.period(),
                term.percent() == null ? Quantity.ONE : new Quantity(base.toDecimal()),
                term.percent() == null ? UnitPrice.of(net) : term.percent(),
                net,
                term.taxCategory() == null ? promise.taxCategory() : term.taxCategory(),
                term.taxCategory() == null ? promise.originalLineId() : null,
                List.of(),
                bill.day()));
    }

    /** To what it belongs, and so how it is earned and taxed. */
    private record Promise(
            UUID itemId,
            UUID subscriptionId,
            UUID orderLineId,
            UUID agreementId,
            String productId,
            UUID obligationId,
            RevenueTreatment treatment,
            ServicePeriod period,
            TaxCategory taxCategory,
            UUID originalLineId) {

        static Promise of(BillableItem like, UUID itemId) {
            return new Promise(
                    itemId,
                    like.subscriptionId(),
                    like.orderLineId(),
                    like.agreementId(),
                    like.productId(),
                    like.performanceObligationId(),
                    like.revenueTreatment(),
                    like.period(),
                    like.taxCategory(),
                    like.originalLineId());
        }
    }
}
