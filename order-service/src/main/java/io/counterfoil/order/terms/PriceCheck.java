package io.counterfoil.order.terms;

import io.counterfoil.order.pricebook.ListedPrice;
import io.counterfoil.order.pricebook.PriceRule;
import io.counterfoil.order.pricing.UnitPrice;
import java.util.Optional;

/** Says which rule a price breaks, with the values concerned. */
final class PriceCheck {

    private PriceCheck() {}

    static Optional<Breach> breach(String what, String currency, ListedPrice listed, UnitPrice asked, String pointer) {
        if (listed == null) {
            return Optional.of(new Breach(Rule.PRICE_NOT_LISTED, pointer, "No price book lists " + what));
        }
        return listed.brokenBy(asked)
                .map(rule -> new Breach(
                        rule(rule),
                        pointer,
                        words(rule, what, currency, listed, asked),
                        outside(what, currency, listed, asked)));
    }

    private static String outside(String what, String currency, ListedPrice listed, UnitPrice asked) {
        return "The price " + asked.text(currency) + " of " + what + " differs from the listed "
                + listed.unitPrice().text(currency) + " by more than is allowed";
    }

    private static Rule rule(PriceRule rule) {
        return Rule.valueOf(rule.name());
    }

    private static String words(PriceRule rule, String what, String currency, ListedPrice listed, UnitPrice asked) {
        String price = "The price " + asked.text(currency) + " of " + what;
        return switch (rule) {
            case PRICE_BELOW_FLOOR ->
                price + " is below the floor " + listed.floor().text(currency);
            case DISCOUNT_TOO_HIGH ->
                price + " is less than "
                        + listed.unitPrice().lessShare(listed.maxDiscount()).text(currency)
                        + ", which the highest discount " + listed.maxDiscount() + " leaves";
            case MARGIN_TOO_LOW ->
                price + " is less than "
                        + listed.unitCost().withMargin(listed.minMargin()).text(currency) + ", which the margin "
                        + listed.minMargin() + " asks for";
            case PRICE_NOT_LISTED, PRICE_OUT_OF_TOLERANCE ->
                price + " differs from the listed " + listed.unitPrice().text(currency) + " by more than the share "
                        + listed.tolerance();
        };
    }
}
