package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.plan.PlanJson.PriceJson;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.UnknownCurrency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a plan must be to be published: names every field that is wrong. */
final class PlanRules {

    private final List<FieldError> errors = new ArrayList<>();

    private PlanRules() {}

    static void check(String planId, Publication wanted) {
        PlanRules rules = new PlanRules();
        if (!planId.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            rules.wrong("", "the plan's id must be lower-case words joined by hyphens");
        }
        if (wanted.validTo() != null && !wanted.validTo().isAfter(wanted.validFrom())) {
            rules.wrong("/validTo", "must be after validFrom");
        }
        rules.charges(wanted.charges());
        if (!rules.errors.isEmpty()) {
            throw new Invalid(rules.errors);
        }
    }

    private void charges(List<ChargeJson> charges) {
        Set<String> ids = new HashSet<>();
        ChargeJson first = charges.get(0);
        int pricedByOrder = 0;
        for (int i = 0; i < charges.size(); i++) {
            ChargeJson charge = charges.get(i);
            String at = "/charges/" + i;
            if (!ids.add(charge.chargeId())) {
                wrong(at + "/chargeId", "is used twice");
            }
            rhythm(charge, first, at);
            if (charge.prices() == null || charge.prices().isEmpty()) {
                pricedByOrder++;
            } else {
                prices(charge.prices(), at);
            }
        }
        if (pricedByOrder > 1) {
            wrong("/charges", "at most one charge may be priced by the order line; give the others list prices");
        }
    }

    private void rhythm(ChargeJson charge, ChargeJson first, String at) {
        boolean recurring = charge.kind() == Charge.Kind.RECURRING;
        if (recurring && charge.billingPeriod() == null) {
            wrong(at + "/billingPeriod", "is required for a recurring charge");
        }
        if (!recurring && charge.billingPeriod() != null) {
            wrong(at + "/billingPeriod", "must be absent for a one-time charge");
        }
        if (recurring
                && first.kind() == Charge.Kind.RECURRING
                && !Objects.equals(charge.billingPeriod(), first.billingPeriod())) {
            wrong(at + "/billingPeriod", "must be the same for all recurring charges of a plan");
        }
    }

    private void prices(List<PriceJson> prices, String at) {
        Set<String> currencies = new HashSet<>();
        for (int i = 0; i < prices.size(); i++) {
            String currency = prices.get(i).currency();
            String pointer = at + "/prices/" + i + "/currency";
            if (!currencies.add(currency)) {
                wrong(pointer, "has two prices");
            }
            try {
                Money.decimals(currency);
            } catch (UnknownCurrency unknown) {
                wrong(pointer, "is no ISO 4217 currency");
            }
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
