package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.plan.PlanJson.DiscountJson;
import io.counterfoil.billing.plan.PlanJson.PhaseJson;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.common.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan is sold in the currencies in which all its charges have prices; what else it names must be in one of these. */
final class CurrencyRules {

    /** Null while every charge is priced by the order, so in any currency. */
    private Set<String> sold;

    private CurrencyRules() {}

    static void check(Publication wanted) {
        CurrencyRules rules = new CurrencyRules();
        List<ChargeJson> charges = wanted.charges();
        for (int i = 0; i < charges.size(); i++) {
            rules.narrow(charges.get(i).prices(), "/charges/" + i + "/prices");
        }
        for (int i = 0; i < charges.size(); i++) {
            rules.charge(charges.get(i), "/charges/" + i);
        }
        if (wanted.minimumCommitment() != null) {
            rules.amounts(wanted.minimumCommitment().amounts(), "/minimumCommitment/amounts");
        }
        rules.discounts(wanted.discounts(), "/discounts");
    }

    private void narrow(List<PriceJson> prices, String at) {
        if (prices == null || prices.isEmpty()) {
            return;
        }
        Set<String> here = prices.stream().map(PriceJson::currency).collect(Collectors.toSet());
        if (sold == null) {
            sold = new HashSet<>(here);
        } else {
            sold.retainAll(here);
        }
        if (sold.isEmpty()) {
            throw new MixedCurrency(at);
        }
    }

    private void charge(ChargeJson charge, String at) {
        discounts(charge.discounts(), at + "/discounts");
        amounts(charge.grantedCredit(), at + "/grantedCredit");
        List<PhaseJson> phases = charge.phases() == null ? List.of() : charge.phases();
        for (int i = 0; i < phases.size(); i++) {
            List<PriceJson> prices = phases.get(i).prices();
            if (prices != null && !prices.isEmpty()) {
                Set<String> here = prices.stream().map(PriceJson::currency).collect(Collectors.toSet());
                if (sold != null && !here.containsAll(sold)) {
                    throw new MixedCurrency(at + "/phases/" + i + "/prices");
                }
            }
        }
    }

    private void discounts(List<DiscountJson> discounts, String at) {
        if (discounts != null) {
            for (int i = 0; i < discounts.size(); i++) {
                amounts(discounts.get(i).amounts(), at + "/" + i + "/amounts");
            }
        }
    }

    private void amounts(List<Money> amounts, String at) {
        if (amounts == null || sold == null) {
            return;
        }
        for (int i = 0; i < amounts.size(); i++) {
            if (!sold.contains(amounts.get(i).currency())) {
                throw new MixedCurrency(at + "/" + i);
            }
        }
    }
}
