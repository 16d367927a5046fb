package io.counterfoil.billing.plan;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.rating.UnitPrice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plans on the wire. */
public final class PlanJson {

    private PlanJson() {}

    /** A version to be published. */
    public record Publication(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate validFrom,
            LocalDate validTo,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull ChargeJson> charges) {

        Plan plan(String planId, int version) {
            return new Plan(
                    planId,
                    version,
                    name,
                    validFrom,
                    validTo,
                    charges.stream().map(ChargeJson::charge).toList());
        }
    }

    /** A charge: without prices it is priced by the order line. */
    public record ChargeJson(
            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String chargeId,
            @NotBlank @Size(max = 200) String name,
            @NotNull Charge.Kind kind,
            @NotNull Pricing pricing,
            BillingPeriod billingPeriod,
            @Size(max = 50) List<@Valid @NotNull PriceJson> prices) {

        Charge charge() {
            Map<String, UnitPrice> listed = prices == null
                    ? Map.of()
                    : prices.stream().collect(Collectors.toMap(PriceJson::currency, PriceJson::price));
            return new Charge(chargeId, name, kind, pricing, billingPeriod, listed);
        }

        static ChargeJson of(Charge charge) {
            List<PriceJson> prices = new TreeMap<>(charge.listPrices())
                    .entrySet().stream().map(PriceJson::of).toList();
            return new ChargeJson(
                    charge.chargeId(),
                    charge.name(),
                    charge.kind(),
                    charge.pricing(),
                    charge.period(),
                    prices.isEmpty() ? null : prices);
        }
    }

    /** A list price. */
    public record PriceJson(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotNull @Pattern(regexp = "\\d{1,12}(\\.\\d{1,8})?") String unitPrice,
            @Pattern(regexp = "[1-9]\\d{0,8}") String baseQuantity) {

        UnitPrice price() {
            return UnitPrice.of(unitPrice, baseQuantity == null ? "1" : baseQuantity);
        }

        static PriceJson of(Map.Entry<String, UnitPrice> price) {
            return new PriceJson(
                    price.getKey(),
                    price.getValue().value().toPlainString(),
                    price.getValue().baseQuantity().toPlainString());
        }
    }

    /** A published version. */
    public record PlanView(
            String planId, int version, String name, LocalDate validFrom, LocalDate validTo, List<ChargeJson> charges) {

        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.planId(),
                    plan.version(),
                    plan.name(),
                    plan.validFrom(),
                    plan.validTo(),
                    plan.charges().stream().map(ChargeJson::of).toList());
        }
    }
}
