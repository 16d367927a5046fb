package io.counterfoil.billing.conformance;

import io.counterfoil.billing.plan.PlanJson.DiscountJson;
import io.counterfoil.billing.plan.PriceJson;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A question after amounts on the wire, and the answer: computed as a bill would be, and nothing is stored. */
public final class RatingJson {

    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,9})?";
    private static final String PERCENT = "\\d{1,3}(\\.\\d{1,6})?";
    private static final String RATE = "0(\\.\\d{1,9})?|1(\\.0{1,9})?";

    private RatingJson() {}

    /**
     * What is to be computed; all of one currency.
     *
     * @param prepaid credit that is drawn on, as far as something is due
     * @param paid money that was paid before, all of it, even beyond what is due
     */
    public record Request(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Item> items,
            @Valid Minimum minimumCommitment,
            @Size(max = 10) List<@Valid @NotNull Off> discounts,
            @Size(max = 100) List<@Valid @NotNull OfDocument> allowancesCharges,
            TaxRounding taxRounding,
            TaxInclusive taxInclusive,
            Money lineIncrement,
            Money taxIncrement,
            Money customerCredit,
            Money prepaid,
            Money paid,
            Money payableIncrement,
            @Size(max = 100) List<@Valid @NotNull Memo> creditMemos,
            @Valid Exchange taxExchange) {

        /** What is said the short way is in the currency of the question. */
        public Request {
            items = items == null || currency == null
                    ? items
                    : items.stream()
                            .map(item -> item == null ? null : item.in(currency))
                            .toList();
        }
    }

    /** Where tax is rounded. */
    public enum TaxRounding {
        SUBTOTAL,
        LINE
    }

    /** Which part of an inclusive price is computed; the other one is the difference. */
    public enum TaxInclusive {
        NET_FIRST,
        TAX_FIRST
    }

    /**
     * A line: a price of any model, how much, and for which part of a period.
     *
     * @param pricing PER_UNIT when absent
     * @param unitPrice the short way to say a price that is one figure
     * @param usedBefore what was used and billed before in the same period: the line is what comes on top
     * @param events the single uses, where the price looks at each
     * @param proratedEvents of each single use the units that are paid for, where they came and went within the period
     * @param allowancesCharges what lowers or raises this line alone, before discounts
     * @param credit takes it back: the amount is below zero
     * @param atMost what is left of what is taken back
     */
    public record Item(
            Pricing pricing,
            @Pattern(regexp = PriceJson.DECIMAL) String unitPrice,
            @NotNull @Valid PriceJson price,
            @Pattern(regexp = DECIMAL) String included,
            @Pattern(regexp = DECIMAL) String quantity,
            @Pattern(regexp = DECIMAL) String proratedQuantity,
            @Pattern(regexp = DECIMAL) String usedBefore,
            @Size(max = 1000) List<@NotNull @Pattern(regexp = DECIMAL) String> events,
            @Size(max = 1000) List<@NotNull @Pattern(regexp = DECIMAL) String> proratedEvents,
            @Valid Span span,
            @Size(max = 20) List<@Valid @NotNull OfLine> allowancesCharges,
            Boolean credit,
            Money atMost,
            @Valid Tax tax) {

        private Item in(String currency) {
            PriceJson whole = price == null && unitPrice != null ? PriceJson.of(unitPrice, currency) : price;
            return new Item(
                    pricing == null ? Pricing.PER_UNIT : pricing,
                    unitPrice,
                    whole,
                    included,
                    quantity,
                    proratedQuantity,
                    usedBefore,
                    events,
                    proratedEvents,
                    span,
                    allowancesCharges,
                    credit,
                    atMost,
                    tax);
        }
    }

    /**
     * The part of a billing period that is served.
     *
     * @param anchor from which the periods are counted
     * @param fragment counts it as a fragment even where it is a whole period
     * @param from the exact time, for PER_SECOND
     * @param decimals how exactly the answer shows the number of periods
     */
    public record Span(
            @NotNull BillingPeriod billingPeriod,
            LocalDate anchor,
            @NotNull LocalDate start,
            @NotNull LocalDate end,
            Proration proration,
            Boolean fragment,
            Instant from,
            Instant to,
            String timeZone,
            @Min(0) @Max(20) Integer decimals) {}

    /** The categories of EN 16931 (UNCL 5305): those that are sold in, and those that others' documents show. */
    public enum Category {
        S(TaxCategory.S),
        Z(TaxCategory.Z),
        E(TaxCategory.E),
        AE(TaxCategory.AE),
        O(TaxCategory.O),
        /** Supplied to another country of the union. */
        K(TaxCategory.O),
        /** Exported. */
        G(TaxCategory.O),
        /** Taxed in the Canary Islands. */
        L(TaxCategory.S),
        /** Taxed in Ceuta and Melilla. */
        M(TaxCategory.S);

        private final TaxCategory computedAs;

        Category(TaxCategory computedAs) {
            this.computedAs = computedAs;
        }

        TaxCategory computedAs() {
            return computedAs;
        }
    }

    /** The tax of a line; 0.25 is 25 percent. Several authorities may share the rate, each with a tax that is rounded for itself. */
    public record Tax(
            @NotNull Category category,
            @NotNull @Pattern(regexp = RATE) String rate,
            @Size(max = 40) String reasonCode,
            Boolean inclusive,
            @Size(max = 10) List<@Valid @NotNull Part> components) {}

    /** What one authority gets of a rate. */
    public record Part(
            @NotNull @Size(min = 1, max = 60) String authority, @NotNull @Pattern(regexp = RATE) String rate) {}

    /** Something off: a percentage or an amount, of all items or of those with these numbers, counted from 0. */
    public record Off(
            String discountId,
            @Size(max = 200) String name,
            @Pattern(regexp = PriceJson.DECIMAL) String percentage,
            @Size(max = 50) List<@NotNull Money> amounts,
            @Positive Integer periods,
            @Size(min = 1, max = 200) List<@NotNull @Min(0) Integer> items) {

        DiscountJson terms() {
            return new DiscountJson(discountId, name, percentage, amounts, periods);
        }

        boolean isOff(int item) {
            return items == null || items.contains(item);
        }
    }

    /** What must be spent; what is missing is a line of its own. */
    public record Minimum(@NotNull Money amount, @Valid Span span, @Valid Tax tax) {}

    /** What lowers or raises a line: an amount, or 10 for 10 percent of what it comes to, or of another base. */
    public record OfLine(
            @NotNull OfDocument.Kind kind, Money amount, @Pattern(regexp = PERCENT) String percent, Money base) {}

    /** What lowers or raises the whole document: an amount, or 10 for 10 percent of what its lines come to, or of another base. */
    public record OfDocument(
            @NotNull Kind kind, Money amount, @Pattern(regexp = PERCENT) String percent, Money base, @Valid Tax tax) {

        OfLine terms() {
            return new OfLine(kind, amount, percent, base);
        }

        /** Which of the two. */
        public enum Kind {
            ALLOWANCE,
            CHARGE
        }
    }

    /** Into the currency of the country that gets the tax. */
    public record Exchange(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Pattern(regexp = "\\d{1,9}(\\.\\d{1,12})?") String rate) {}

    /** A credit memo: on one line for a net amount or all that is left of it, or over all lines for a gross amount. */
    public record Memo(@Min(0) Integer item, Money net, Money gross) {}

    /** All amounts of the bill that this would be. */
    public record Answer(
            String currency,
            List<ItemAnswer> items,
            ItemAnswer trueUp,
            Money lineTotal,
            List<OfDocumentAnswer> allowancesCharges,
            Money net,
            List<Subtotal> taxSubtotals,
            Money tax,
            Money taxInCurrency,
            Money total,
            Money customerCreditUsed,
            Money customerCreditLeft,
            Money prepaidUsed,
            Money payableRounding,
            Money payable,
            List<MemoAnswer> creditMemos,
            MemoAnswer credited) {}

    /** A line's amounts; {@code share} is the exact part of a period, {@code periods} the same as a decimal number. */
    public record ItemAnswer(String share, String periods, Money amount, Money discount, Money net, Money tax) {}

    /** What an allowance (below zero) or charge of the document comes to. */
    public record OfDocumentAnswer(Money amount, Money net, Money tax) {}

    /** The tax on one summed base; {@code authority} where several share a rate. */
    public record Subtotal(
            Category category, String rate, String authority, String reasonCode, Money taxable, Money tax) {}

    /** A credit memo's amounts. */
    public record MemoAnswer(Money net, Money tax, Money total) {}
}
