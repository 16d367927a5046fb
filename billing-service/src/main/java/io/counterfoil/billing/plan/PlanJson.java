package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.Charge.Phase;
import io.counterfoil.billing.plan.Charge.Terms;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Discount;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plans on the wire, and as they are kept: a version never changes. */
public final class PlanJson {

    private PlanJson() {}

    /** A version to be published. */
    public record Publication(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate validFrom,
            LocalDate validTo,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull ChargeJson> charges,
            @Valid CommitmentJson minimumCommitment,
            @Size(max = 10) List<@Valid @NotNull DiscountJson> discounts) {

        Plan plan(String planId, int version) {
            return new Plan(
                    planId,
                    version,
                    name,
                    validFrom,
                    validTo,
                    charges.stream().map(ChargeJson::charge).toList(),
                    minimumCommitment == null ? null : minimumCommitment.commitment(),
                    discountsOf(discounts));
        }
    }

    /** A charge: without prices it is priced by the order line. */
    public record ChargeJson(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String chargeId,
            @NotBlank @Size(max = 200) String name,
            @NotNull Kind kind,
            @NotNull Pricing pricing,
            BillingPeriod billingPeriod,
            Timing timing,
            Proration proration,
            @Min(0) @Max(3650) Integer trialDays,
            @Pattern(regexp = "[a-z0-9]+([-_][a-z0-9]+)*") String meterId,
            @Pattern(regexp = PriceJson.DECIMAL) String included,
            @Size(max = 50) List<@Valid @NotNull PriceJson> prices,
            @Size(max = 50) List<@Valid @NotNull PhaseJson> phases,
            @Size(max = 10) List<@Valid @NotNull DiscountJson> discounts,
            @Size(max = 50) List<@NotNull Money> grantedCredit,
            BillingPeriod creditLasts) {

        Charge charge() {
            Timing when = kind == Kind.USAGE ? Timing.IN_ARREARS : Timing.IN_ADVANCE;
            Terms terms = new Terms(
                    timing == null ? when : timing,
                    proration,
                    trialDays == null ? 0 : trialDays,
                    meterId,
                    phases == null
                            ? List.of()
                            : phases.stream()
                                    .map(phase -> phase.phase(pricing, included))
                                    .toList(),
                    discountsOf(discounts),
                    byCurrency(grantedCredit),
                    creditLasts,
                    1);
            return new Charge(
                    chargeId, name, kind, pricing, billingPeriod, tariffsOf(prices, pricing, included), terms);
        }
    }

    /** A step of a ramp: its start, and what is different from then on. */
    public record PhaseJson(
            @NotNull BillingPeriod startsAfter,
            @Pattern(regexp = PriceJson.DECIMAL) String quantity,
            @Size(max = 50) List<@Valid @NotNull PriceJson> prices) {

        private Phase phase(Pricing pricing, String included) {
            return new Phase(
                    startsAfter, quantity == null ? null : Quantity.of(quantity), tariffsOf(prices, pricing, included));
        }
    }

    /** What must be spent in each period, in each currency. */
    public record CommitmentJson(
            @NotNull BillingPeriod period,
            Proration proration,
            @NotEmpty @Size(max = 50) List<@NotNull Money> amounts) {

        private Plan.Commitment commitment() {
            return new Plan.Commitment(period, proration, byCurrency(amounts));
        }
    }

    /** A percentage or amounts; {@code periods} is how many billing periods it lasts, without it lasts for ever. */
    public record DiscountJson(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String discountId,
            @NotBlank @Size(max = 200) String name,
            @Pattern(regexp = PriceJson.DECIMAL) String percentage,
            @Size(max = 50) List<@NotNull Money> amounts,
            @Positive Integer periods) {

        /** What is wrong with it, beginning at this pointer. */
        public List<FieldError> wrong(String at) {
            if ((percentage == null) == (amounts == null || amounts.isEmpty())) {
                return List.of(new FieldError(at, "needs either a percentage or amounts"));
            }
            if (percentage != null && !percentage.matches("\\d{1,2}(\\.\\d+)?|100(\\.0+)?")) {
                return List.of(new FieldError(at + "/percentage", "must be between 0 and 100"));
            }
            return amounts != null && amounts.stream().anyMatch(amount -> !amount.isPositive())
                    ? List.of(new FieldError(at + "/amounts", "must be above zero"))
                    : List.of();
        }

        /** The terms of the discount; its form was checked before. */
        public Discount discount() {
            return new Discount(
                    discountId,
                    name,
                    percentage == null ? null : UnitPrice.of(percentage, "100"),
                    byCurrency(amounts),
                    periods);
        }
    }

    /** A published version. */
    public record PlanView(
            String planId,
            int version,
            String name,
            LocalDate validFrom,
            LocalDate validTo,
            List<ChargeJson> charges,
            CommitmentJson minimumCommitment,
            List<DiscountJson> discounts) {

        static PlanView of(Published plan) {
            Publication said = plan.document();
            return new PlanView(
                    plan.planId(),
                    plan.version(),
                    said.name(),
                    said.validFrom(),
                    said.validTo(),
                    said.charges(),
                    said.minimumCommitment(),
                    said.discounts());
        }
    }

    /** A version as it was published. */
    record Published(String planId, int version, Publication document) {
        Plan plan() {
            return document.plan(planId, version);
        }
    }

    private static Map<String, Tariff> tariffsOf(List<PriceJson> prices, Pricing pricing, String included) {
        return prices == null
                ? Map.of()
                : prices.stream()
                        .collect(Collectors.toMap(PriceJson::currency, price -> price.tariff(pricing, included)));
    }

    private static List<Discount> discountsOf(List<DiscountJson> discounts) {
        return discounts == null
                ? List.of()
                : discounts.stream().map(DiscountJson::discount).toList();
    }

    private static Map<String, Money> byCurrency(List<Money> amounts) {
        return amounts == null ? Map.of() : amounts.stream().collect(Collectors.toMap(Money::currency, money -> money));
    }
}
