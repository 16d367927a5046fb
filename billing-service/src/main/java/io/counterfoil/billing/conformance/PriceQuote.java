package io.counterfoil.billing.conformance;

import io.counterfoil.billing.conformance.RatingJson.Answer;
import io.counterfoil.billing.conformance.RatingJson.Item;
import io.counterfoil.billing.conformance.RatingJson.ItemAnswer;
import io.counterfoil.billing.conformance.RatingJson.Minimum;
import io.counterfoil.billing.conformance.RatingJson.Off;
import io.counterfoil.billing.conformance.RatingJson.Request;
import io.counterfoil.billing.conformance.RatingJson.Tax;
import io.counterfoil.billing.conformance.RatingJson.TaxInclusive;
import io.counterfoil.billing.conformance.RatingJson.TaxRounding;
import io.counterfoil.billing.rating.Commitment;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Computes what a bill would come to, in the order in which bills are composed: rating, minimum commitment, discounts, allowances and
 * charges of the document, tax, customer credit, prepaid. Pure: the functions of the service itself, and nothing is stored.
 */
final class PriceQuote {

    private final Request asked;
    private final Money zero;
    private final List<LineQuote> lines = new ArrayList<>();
    private final List<Money> nets = new ArrayList<>();
    private final List<Tax> taxes = new ArrayList<>();
    private LineQuote trueUp;

    private PriceQuote(Request asked) {
        this.asked = asked;
        this.zero = Money.zero(asked.currency());
    }

    static Answer of(Request asked) {
        check(asked);
        PriceQuote quote = new PriceQuote(asked);
        quote.rate();
        List<Money> discounts = quote.discount();
        DocumentQuote whole = quote.document();
        return quote.answer(discounts, whole, quote.tax());
    }

    private static void check(Request asked) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < asked.items().size(); i++) {
            Item item = asked.items().get(i);
            String at = "/items/" + i;
            errors.addAll(item.price().wrong(item.pricing(), at + "/price"));
            if (!item.price().currency().equals(asked.currency())) {
                errors.add(new FieldError(at + "/price/currency", "must be " + asked.currency()));
            }
        }
        errors.addAll(steps(asked));
        List<Off> discounts = asked.discounts() == null ? List.of() : asked.discounts();
        for (int i = 0; i < discounts.size(); i++) {
            errors.addAll(discounts.get(i).terms().wrong("/discounts/" + i));
            if (discounts.get(i).items() != null
                    && discounts.get(i).items().stream()
                            .anyMatch(item -> item >= asked.items().size())) {
                errors.add(new FieldError("/discounts/" + i + "/items", "must be numbers of items, counted from 0"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static List<FieldError> steps(Request asked) {
        Map<String, Money> steps = new TreeMap<>();
        steps.put("/lineIncrement", asked.lineIncrement());
        steps.put("/taxIncrement", asked.taxIncrement());
        steps.put("/payableIncrement", asked.payableIncrement());
        return steps.entrySet().stream()
                .filter(step -> step.getValue() != null)
                .filter(step -> !step.getValue().currency().equals(asked.currency()))
                .map(step -> new FieldError(step.getKey() + "/currency", "must be " + asked.currency()))
                .toList();
    }

    private void rate() {
        for (int i = 0; i < asked.items().size(); i++) {
            LineQuote line = LineQuote.of(asked.items().get(i), asked.currency(), lineStep(), "/items/" + i);
            lines.add(line);
            nets.add(line.amount());
            taxes.add(asked.items().get(i).tax());
        }
        Minimum minimum = asked.minimumCommitment();
        if (minimum != null) {
            Share share =
                    minimum.span() == null ? Share.WHOLE : LineQuote.share(minimum.span(), "/minimumCommitment/span");
            Money missing = inSteps(new Commitment(minimum.amount()).trueUp(share, sum(nets)));
            trueUp = new LineQuote(share, LineQuote.decimals(minimum.span()), missing);
        }
    }

    /** What comes off each line in all; the lines are lowered by it. */
    private List<Money> discount() {
        List<Money> off = new ArrayList<>(nets.stream().map(net -> zero).toList());
        for (Off discount : asked.discounts() == null ? List.<Off>of() : asked.discounts()) {
            List<Money> parts = discount.terms().discount().spread(concerned(discount));
            for (int i = 0; i < parts.size(); i++) {
                nets.set(i, nets.get(i).minus(inSteps(parts.get(i))));
                off.set(i, off.get(i).plus(inSteps(parts.get(i))));
            }
        }
        if (trueUp != null) {
            nets.add(trueUp.amount());
            taxes.add(asked.minimumCommitment().tax());
        }
        return off;
    }

    private List<Money> concerned(Off discount) {
        return IntStream.range(0, nets.size())
                .mapToObj(i -> discount.isOff(i) ? nets.get(i) : zero)
                .toList();
    }

    private DocumentQuote document() {
        DocumentQuote whole = DocumentQuote.of(asked, sum(nets));
        for (int i = 0; i < whole.amounts().size(); i++) {
            nets.add(whole.amounts().get(i));
            taxes.add(asked.allowancesCharges().get(i).tax());
        }
        return whole;
    }

    /** Of each line its tax; where prices include the tax, the nets become what is left without it. */
    private Taxed tax() {
        List<Integer> taxed = new ArrayList<>();
        for (int i = 0; i < taxes.size(); i++) {
            if (taxes.get(i) != null) {
                taxed.add(i);
            }
        }
        List<Money> ofLines = new ArrayList<>(nets.stream().map(net -> zero).toList());
        if (taxed.isEmpty()) {
            return new Taxed(ofLines, List.of());
        }
        TaxQuote quote = TaxQuote.of(
                taxed.stream().map(nets::get).toList(),
                taxed.stream().map(i -> TaxAsked.rate(taxes.get(i))).toList(),
                asked.taxIncrement() == null ? 1 : step(asked.taxIncrement(), "/taxIncrement"),
                asked.taxRounding() == TaxRounding.LINE,
                asked.taxInclusive() == TaxInclusive.TAX_FIRST);
        for (int i = 0; i < taxed.size(); i++) {
            nets.set(taxed.get(i), quote.lines().get(i).net());
            ofLines.set(taxed.get(i), quote.lines().get(i).tax());
        }
        return new Taxed(ofLines, quote.subtotals());
    }

    private record Taxed(List<Money> ofLines, List<TaxQuote.Subtotal> subtotals) {}

    private Answer answer(List<Money> discounts, DocumentQuote whole, Taxed taxed) {
        Money net = sum(nets);
        Money tax = taxed.subtotals().stream().map(TaxQuote.Subtotal::tax).reduce(zero, Money::plus);
        Money total = net.plus(tax);
        Money credit = used(asked.customerCredit(), total);
        Money prepaid = used(asked.prepaid(), total.minus(credit));
        Money due = total.minus(credit).minus(prepaid).minus(asked.paid() == null ? zero : asked.paid());
        Money payable = asked.payableIncrement() == null
                ? due
                : rounded(due, step(asked.payableIncrement(), "/payableIncrement"));
        List<ItemAnswer> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(item(
                    lines.get(i), discounts.get(i), nets.get(i), taxed.ofLines().get(i)));
        }
        int last = lines.size();
        MemoQuote memos = MemoQuote.of(asked, nets, taxed.ofLines());
        return new Answer(
                asked.currency(),
                items,
                trueUp == null
                        ? null
                        : item(trueUp, zero, nets.get(last), taxed.ofLines().get(last)),
                whole.lineTotal(),
                whole.answer(nets, taxed.ofLines()),
                net,
                taxed.subtotals().stream().map(TaxAsked::answer).toList(),
                tax,
                asked.taxExchange() == null ? null : converted(tax),
                total,
                credit,
                (asked.customerCredit() == null ? zero : asked.customerCredit()).minus(credit),
                prepaid,
                payable.minus(due),
                payable,
                memos.memos(),
                memos.sum());
    }

    private Money converted(Money tax) {
        return UnitPrice.of(asked.taxExchange().rate())
                .times(new Quantity(tax.toDecimal()))
                .rounded(asked.taxExchange().currency());
    }

    private static ItemAnswer item(LineQuote line, Money discount, Money net, Money tax) {
        Share share = line.share();
        return new ItemAnswer(
                share.part() + "/" + share.whole(), share.decimal(line.decimals()), line.amount(), discount, net, tax);
    }

    private Money used(Money credit, Money owed) {
        return credit == null || !owed.isPositive() ? zero : credit.min(owed);
    }

    private long lineStep() {
        return asked.lineIncrement() == null ? 1 : step(asked.lineIncrement(), "/lineIncrement");
    }

    private Money inSteps(Money ofLine) {
        return asked.lineIncrement() == null ? ofLine : rounded(ofLine, lineStep());
    }

    /** To the next step, half a step away from zero. */
    private static Money rounded(Money amount, long step) {
        return UnitPrice.of(amount).rounded(amount.currency(), step);
    }

    private static long step(Money increment, String at) {
        if (!increment.isPositive()) {
            throw new Invalid(at, "must be above zero");
        }
        return increment.minor();
    }

    private Money sum(List<Money> amounts) {
        return amounts.stream().reduce(zero, Money::plus);
    }
}
