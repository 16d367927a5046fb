package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.Percentage;
import io.counterfoil.billing.rating.Price;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Tier;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A price in one currency, of any model. Which fields it needs, its model decides: {@code unitPrice} (per unit, flat, package),
 * {@code tiers} (graduated, volume, top tier), {@code percentage}.
 *
 * @param flatFeeAtZero whether the first tier's flat fee is due at zero units; without it, it is where tiers are graduated, and else not
 */
public record PriceJson(
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @Pattern(regexp = PriceJson.DECIMAL) String unitPrice,
        @Pattern(regexp = "[1-9]\\d{0,8}") String baseQuantity,
        @Size(min = 1, max = 100) List<@Valid @NotNull TierJson> tiers,
        Boolean flatFeeAtZero,
        @Pattern(regexp = PriceJson.DECIMAL) String packageSize,
        Packages packages,
        @Pattern(regexp = PriceJson.DECIMAL) String percentage,
        @Pattern(regexp = PriceJson.DECIMAL) String feePerEvent,
        @PositiveOrZero Long freeEvents,
        @Pattern(regexp = PriceJson.DECIMAL) String freeAmount,
        @Pattern(regexp = PriceJson.DECIMAL) String minimumPerEvent,
        @Pattern(regexp = PriceJson.DECIMAL) String maximumPerEvent,
        @Pattern(regexp = PriceJson.DECIMAL) String minimum,
        @Pattern(regexp = PriceJson.DECIMAL) String maximum) {

    /** A decimal number; that it may not be negative is a rule with a name of its own. */
    public static final String DECIMAL = "-?\\d{1,12}(\\.\\d{1,8})?";

    /** Which packages are paid for; STARTED where nothing is said. */
    public enum Packages {
        STARTED,
        FULL
    }

    /** A step of a tiered price; the last one has no bound. */
    public record TierJson(
            @Pattern(regexp = DECIMAL) String upTo,
            @NotNull @Pattern(regexp = DECIMAL) String unitPrice,
            @Pattern(regexp = "[1-9]\\d{0,8}") String baseQuantity,
            @Pattern(regexp = DECIMAL) String flatFee,
            @Pattern(regexp = DECIMAL) String blockSize) {

        private Tier tier() {
            return new Tier(
                    quantity(upTo),
                    UnitPrice.of(unitPrice, baseQuantity == null ? "1" : baseQuantity),
                    flatFee == null ? UnitPrice.FREE : UnitPrice.of(flatFee),
                    quantity(blockSize));
        }
    }

    /** One figure. */
    public static PriceJson of(String unitPrice, String currency) {
        return new PriceJson(
                currency, unitPrice, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** What is wrong with it as a price of that model, beginning at this pointer; what has a code of its own is thrown. */
    public List<FieldError> wrong(Pricing pricing, String at) {
        return PriceRules.wrong(this, pricing, at);
    }

    /** The price with what is included; the form was checked before. */
    public Tariff tariff(Pricing pricing, String included) {
        return new Tariff(
                price(pricing),
                included == null ? Quantity.ZERO : Quantity.of(included),
                optional(minimum),
                optional(maximum));
    }

    private Price price(Pricing pricing) {
        return switch (pricing) {
            case FLAT -> new Price.Flat(each());
            case PER_UNIT -> new Price.PerUnit(each());
            case PACKAGE -> new Price.PackagePrice(each(), Quantity.of(packageSize), packages == Packages.FULL);
            case GRADUATED -> new Price.Graduated(steps(), flatFeeAtZero);
            case VOLUME -> new Price.Volume(steps(), flatFeeAtZero);
            case TOP_TIER -> new Price.TopTier(steps(), flatFeeAtZero);
            case PERCENTAGE ->
                new Percentage(
                        UnitPrice.of(percentage, "100"),
                        feePerEvent == null ? UnitPrice.FREE : UnitPrice.of(feePerEvent),
                        freeEvents,
                        quantity(freeAmount),
                        optional(minimumPerEvent),
                        optional(maximumPerEvent));
        };
    }

    private UnitPrice each() {
        return UnitPrice.of(unitPrice, baseQuantity == null ? "1" : baseQuantity);
    }

    private List<Tier> steps() {
        return tiers.stream().map(TierJson::tier).toList();
    }

    private static Quantity quantity(String value) {
        return value == null ? null : Quantity.of(value);
    }

    private static UnitPrice optional(String value) {
        return value == null ? null : UnitPrice.of(value);
    }
}
