package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.plan.PlanJson.DiscountJson;
import io.counterfoil.billing.plan.PlanJson.PhaseJson;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.rating.Timing;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.UnknownCurrency;
import java.time.LocalDate;
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
        rules.discounts(wanted.discounts(), "/discounts");
        if (!rules.errors.isEmpty()) {
            throw new Invalid(rules.errors);
        }
        CurrencyRules.check(wanted);
    }

    private void charges(List<ChargeJson> charges) {
        Set<String> ids = new HashSet<>();
        ChargeJson first = charges.stream()
                .filter(charge -> charge.kind() == Kind.RECURRING)
                .findFirst()
                .orElse(null);
        int pricedByOrder = 0;
        for (int i = 0; i < charges.size(); i++) {
            ChargeJson charge = charges.get(i);
            String at = "/charges/" + i;
            if (!ids.add(charge.chargeId())) {
                wrong(at + "/chargeId", "is used twice");
            }
            rhythm(charge, first, at);
            usage(charge, at);
            pricedByOrder += prices(charge, at);
            phases(charge, at);
            discounts(charge.discounts(), at + "/discounts");
            errors.addAll(GrantedCreditRules.wrong(charge, at));
        }
        if (pricedByOrder > 1) {
            wrong("/charges", "at most one charge may be priced by the order line; give the others list prices");
        }
    }

    private void rhythm(ChargeJson charge, ChargeJson first, String at) {
        boolean once = charge.kind() == Kind.ONE_TIME;
        if (!once && charge.billingPeriod() == null) {
            wrong(at + "/billingPeriod", "is required for a recurring or usage charge");
        }
        if (once && charge.billingPeriod() != null) {
            wrong(at + "/billingPeriod", "must be absent for a one-time charge");
        }
        if (charge.kind() == Kind.RECURRING && !Objects.equals(charge.billingPeriod(), first.billingPeriod())) {
            wrong(at + "/billingPeriod", "must be the same for all recurring charges of a plan");
        }
        if (once && charge.trialDays() != null) {
            wrong(at + "/trialDays", "must be absent for a one-time charge");
        }
    }

    private void usage(ChargeJson charge, String at) {
        boolean usage = charge.kind() == Kind.USAGE;
        if (usage && charge.meterId() == null) {
            wrong(at + "/meterId", "is required for a usage charge");
        }
        if (!usage && charge.meterId() != null) {
            wrong(at + "/meterId", "belongs to a usage charge only");
        }
        if (usage && charge.timing() == Timing.IN_ADVANCE) {
            wrong(at + "/timing", "what is used is charged in arrears");
        }
        if (charge.included() != null && charge.included().startsWith("-")) {
            throw new NegativePrice(at + "/included");
        }
    }

    /** Returns 1 where the order line sets the price. */
    private int prices(ChargeJson charge, String at) {
        boolean listed = charge.prices() != null && !charge.prices().isEmpty();
        if (!listed && (charge.kind() == Kind.USAGE || !charge.pricing().isSimple())) {
            wrong(at + "/prices", "are required: an order line has one figure only");
        }
        if (listed) {
            prices(charge.prices(), charge, at + "/prices");
        }
        return listed ? 0 : 1;
    }

    private void prices(List<PriceJson> prices, ChargeJson charge, String at) {
        Set<String> currencies = new HashSet<>();
        for (int i = 0; i < prices.size(); i++) {
            String pointer = at + "/" + i;
            if (!currencies.add(prices.get(i).currency())) {
                wrong(pointer + "/currency", "has two prices");
            }
            try {
                Money.decimals(prices.get(i).currency());
            } catch (UnknownCurrency unknown) {
                wrong(pointer + "/currency", "is no ISO 4217 currency");
            }
            errors.addAll(PriceRules.wrong(prices.get(i), charge.pricing(), pointer));
        }
    }

    private void phases(ChargeJson charge, String at) {
        if (charge.phases() == null) {
            return;
        }
        LocalDate anyDay = LocalDate.of(2001, 1, 1);
        LocalDate before = anyDay;
        for (int i = 0; i < charge.phases().size(); i++) {
            PhaseJson phase = charge.phases().get(i);
            String pointer = at + "/phases/" + i;
            LocalDate start = phase.startsAfter().boundary(anyDay, 1);
            if (!start.isAfter(before)) {
                wrong(pointer + "/startsAfter", "must be later than the phase before");
            }
            before = start;
            if (phase.quantity() != null && phase.quantity().startsWith("-")) {
                throw new NegativePrice(pointer + "/quantity");
            }
            if (phase.prices() != null) {
                prices(phase.prices(), charge, pointer + "/prices");
            }
        }
    }

    private void discounts(List<DiscountJson> discounts, String at) {
        if (discounts != null) {
            for (int i = 0; i < discounts.size(); i++) {
                errors.addAll(discounts.get(i).wrong(at + "/" + i));
            }
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
