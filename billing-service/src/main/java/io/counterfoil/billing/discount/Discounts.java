package io.counterfoil.billing.discount;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.plan.Plan;
import io.counterfoil.billing.rating.Discount;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds to bills, a set at a time, what is missing to a promise and then what comes off their lines. Nothing is written. */
@Dependent
public class Discounts {

    private static final Set<ItemType> DISCOUNTED = EnumSet.of(ItemType.RECURRING, ItemType.USAGE, ItemType.ONE_TIME);

    private final PlanTerms terms;
    private final DiscountRows rows;
    private final TrueUps trueUps;

    @Inject
    Discounts(PlanTerms terms, DiscountRows rows, TrueUps trueUps) {
        this.terms = terms;
        this.rows = rows;
        this.trueUps = trueUps;
    }

    /** The items of a bill and the day of it. */
    public record Items(List<BillableItem> items, LocalDate day) {}

    /** The items of these bills with what is added to them, in their order. */
    public List<List<BillableItem>> compose(List<Items> bills) {
        Set<UUID> subscriptions = bills.stream()
                .flatMap(bill -> bill.items().stream())
                .map(BillableItem::subscriptionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Plan> plans = terms.of(bills.stream()
                .flatMap(bill -> bill.items().stream())
                .map(BillableItem::priceId)
                .filter(Discounts::isOfPlan)
                .collect(Collectors.toSet()));
        Map<UUID, List<GrantedDiscount>> granted = subscriptions.isEmpty() ? Map.of() : granted(subscriptions);
        Map<UUID, TakenOff> takenOff = takenOff(bills);
        if (plans.isEmpty() && granted.isEmpty() && takenOff.isEmpty()) {
            return bills.stream().map(Items::items).toList();
        }
        Map<UUID, Account> accounts = rows.accounts(subscriptions);
        return bills.stream()
                .map(bill -> composed(bill, new Terms(plans, granted, accounts, takenOff)))
                .toList();
    }

    /** What is known of the subscriptions and lines of some bills. */
    private record Terms(
            Map<String, Plan> plans,
            Map<UUID, List<GrantedDiscount>> granted,
            Map<UUID, Account> accounts,
            Map<UUID, TakenOff> takenOff) {}

    private Map<UUID, TakenOff> takenOff(List<Items> bills) {
        Set<UUID> repaired = bills.stream()
                .flatMap(bill -> bill.items().stream())
                .filter(item -> item.type() == ItemType.REPAIR)
                .map(BillableItem::originalLineId)
                .collect(Collectors.toSet());
        return repaired.isEmpty() ? Map.of() : rows.takenOff(repaired);
    }

    /** What a person put on a bill by hand has no plan. */
    private static boolean isOfPlan(String priceId) {
        return priceId != null && priceId.contains("/");
    }

    private Map<UUID, List<GrantedDiscount>> granted(Collection<UUID> subscriptions) {
        return rows.of(subscriptions).stream()
                .map(DiscountRows.Kept::granted)
                .collect(Collectors.groupingBy(GrantedDiscount::subscriptionId));
    }

    private List<BillableItem> composed(Items due, Terms terms) {
        Map<String, Plan> plans = terms.plans();
        Map<UUID, Account> accounts = terms.accounts();
        GivenBack back = new GivenBack(due.items(), terms.takenOff());
        Items bill = new Items(
                due.items().stream()
                        .map(item -> buysCredit(item, plans) ? MadeItems.prepaid(item) : item)
                        .toList(),
                due.day());
        List<BillableItem> all = new ArrayList<>(bill.items());
        all.addAll(trueUps.of(bill, plans, accounts));
        if (all.stream().anyMatch(item -> !isClosing(item))) {
            all.removeIf(Discounts::isClosing);
        }
        all.addAll(back.items());
        Map<UUID, List<BillableItem>> bySubscription = bill.items().stream()
                .filter(item -> item.subscriptionId() != null && DISCOUNTED.contains(item.type()))
                .collect(Collectors.groupingBy(BillableItem::subscriptionId, LinkedHashMap::new, Collectors.toList()));
        bySubscription.forEach((id, items) -> {
            Account account = accounts.get(id);
            if (account != null) {
                List<GrantedDiscount> atWork = new ArrayList<>(ofPlan(items, plans, account));
                atWork.addAll(terms.granted().getOrDefault(id, List.of()));
                all.addAll(off(items, atWork, account, back));
            }
        });
        return all;
    }

    /** It only called for the bill. */
    private static boolean isClosing(BillableItem item) {
        return item.type() == ItemType.TRUE_UP && item.net().isZero();
    }

    private static boolean buysCredit(BillableItem item, Map<String, Plan> plans) {
        boolean sold = item.type() == ItemType.RECURRING || item.type() == ItemType.ONE_TIME;
        Plan plan = sold && isOfPlan(item.priceId()) ? plans.get(PlanTerms.version(item.priceId())) : null;
        return plan != null
                && plan.charges().stream()
                        .anyMatch(charge -> charge.chargeId().equals(item.chargeId()) && charge.buysCredit());
    }

    /** The discounts that the plan gives: first those of single charges, then those on all of them. */
    private static List<GrantedDiscount> ofPlan(List<BillableItem> items, Map<String, Plan> plans, Account account) {
        List<GrantedDiscount> found = new ArrayList<>();
        items.stream()
                .map(BillableItem::priceId)
                .filter(Objects::nonNull)
                .map(PlanTerms::version)
                .distinct()
                .map(plans::get)
                .filter(Objects::nonNull)
                .forEach(plan -> {
                    plan.charges().forEach(charge -> charge.terms()
                            .discounts()
                            .forEach(discount -> found.add(new GrantedDiscount(
                                    account.subscriptionId(), charge.chargeId(), account.start(), discount))));
                    plan.discounts()
                            .forEach(discount -> found.add(
                                    new GrantedDiscount(account.subscriptionId(), null, account.start(), discount)));
                });
        return found;
    }

    private static List<BillableItem> off(
            List<BillableItem> items, List<GrantedDiscount> atWork, Account account, GivenBack back) {
        List<Money> nets = new ArrayList<>(items.stream().map(BillableItem::net).toList());
        List<BillableItem> made = new ArrayList<>();
        for (GrantedDiscount granted : atWork) {
            for (List<Integer> lines : concerned(items, granted, account)) {
                Discount discount = afresh(granted.discount(), items.get(lines.get(0)), account, back);
                List<Money> parts =
                        parts(discount, lines.stream().map(nets::get).toList());
                for (int i = 0; i < lines.size(); i++) {
                    if (!parts.get(i).isZero()) {
                        nets.set(lines.get(i), nets.get(lines.get(i)).minus(parts.get(i)));
                        made.add(MadeItems.discount(items.get(lines.get(i)), granted.discount(), parts.get(i)));
                    }
                }
            }
        }
        return made;
    }

    /** What begins within a period gets of an amount what came back of it with the lines that it replaces. */
    private static Discount afresh(Discount discount, BillableItem first, Account account, GivenBack back) {
        if (discount.percent() != null || startsAPeriod(first, account)) {
            return discount;
        }
        String currency = first.net().currency();
        Money returned = back.of(account.subscriptionId(), discount.discountId(), currency);
        return new Discount(discount.discountId(), discount.name(), null, Map.of(currency, returned), null);
    }

    private static boolean startsAPeriod(BillableItem item, Account account) {
        return item.period() == null || account.beginsAPeriod(item.period());
    }

    /** A correction of usage had been lowered too, so a percentage of it comes back with the other sign. */
    private static List<Money> parts(Discount discount, List<Money> nets) {
        boolean negative = nets.get(0).isNegative();
        return negative
                ? discount.spread(nets.stream().map(Money::negated).toList()).stream()
                        .map(Money::negated)
                        .toList()
                : discount.spread(nets);
    }

    /** The lines that a discount concerns, those of each billing period together and reversals apart. */
    private static Collection<List<Integer>> concerned(
            List<BillableItem> items, GrantedDiscount granted, Account account) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            BillableItem item = items.get(i);
            LocalDate day = item.period() == null ? item.dueOn() : item.period().start();
            boolean lasts = granted.discount().lastsOn(day, granted.began(), account.rhythm());
            boolean meant = granted.chargeId() == null || granted.chargeId().equals(item.chargeId());
            if (lasts && meant && bears(granted.discount(), item)) {
                String group = item.net().isNegative() + " " + startsAPeriod(item, account) + " "
                        + account.rhythm().around(account.start(), day).start();
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(i);
            }
        }
        return groups.values();
    }

    private static boolean bears(Discount discount, BillableItem item) {
        return discount.percent() != null || !item.net().isNegative();
    }
}
