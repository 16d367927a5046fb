package io.counterfoil.billing.plan;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.PlanJson.ChargeJson;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.Tariff;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import java.util.ArrayList;
import java.util.List;

/** A charge that buys credit buys what is paid for it, or more; it is no measure of what was used. */
final class GrantedCreditRules {

    private GrantedCreditRules() {}

    static List<FieldError> wrong(ChargeJson charge, String at) {
        List<FieldError> errors = new ArrayList<>();
        List<Money> granted = charge.grantedCredit() == null ? List.of() : charge.grantedCredit();
        if (granted.isEmpty()) {
            if (charge.creditLasts() != null) {
                errors.add(new FieldError(at + "/creditLasts", "needs grantedCredit"));
            }
            return errors;
        }
        if (charge.kind() == Kind.USAGE || !charge.pricing().isSimple()) {
            errors.add(new FieldError(at + "/grantedCredit", "is bought at a flat price or one per unit"));
            return errors;
        }
        Charge parsed = charge.charge();
        for (int i = 0; i < granted.size(); i++) {
            Tariff price = parsed.tariffs().get(granted.get(i).currency());
            if (price != null && granted.get(i).compareTo(price(price, granted.get(i))) < 0) {
                errors.add(new FieldError(at + "/grantedCredit/" + i, "must be at least the price"));
            }
        }
        return errors;
    }

    private static Money price(Tariff tariff, Money like) {
        return tariff.amount(Quantity.ONE, Share.WHOLE, like.currency());
    }
}
