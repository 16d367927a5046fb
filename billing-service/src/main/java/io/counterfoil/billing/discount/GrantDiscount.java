package io.counterfoil.billing.discount;

import io.counterfoil.billing.discount.DiscountResource.Grant;
import io.counterfoil.billing.discount.DiscountRows.Kept;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Gives one subscription a discount; what is billed already stays as it is. */
@UseCase
class GrantDiscount {

    private final DiscountRows rows;

    @Inject
    GrantDiscount(DiscountRows rows) {
        this.rows = rows;
    }

    Kept handle(UUID subscriptionId, Grant wanted) {
        List<FieldError> errors = wanted.discount().wrong("/discount");
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        String currency = rows.currency(subscriptionId).orElseThrow(() -> new NotFound("subscription", subscriptionId));
        boolean inCurrency = wanted.discount().amounts() == null
                || wanted.discount().amounts().stream()
                        .anyMatch(amount -> amount.currency().equals(currency));
        if (!inCurrency) {
            throw new Invalid("/discount/amounts", "must have one in " + currency + ", as the subscription");
        }
        Kept kept = new Kept(
                subscriptionId,
                wanted.chargeId(),
                wanted.from() == null
                        ? rows.accounts(List.of(subscriptionId))
                                .get(subscriptionId)
                                .start()
                        : wanted.from(),
                wanted.discount());
        if (!rows.add(kept)) {
            throw new DiscountAlreadyGranted(subscriptionId, wanted.discount().discountId());
        }
        return kept;
    }
}
