package io.counterfoil.billing.customercredit;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** More was to be used than is left of a credit. */
public final class AmountExceedsCredit extends Refusal {

    public AmountExceedsCredit(UUID creditId, Money amount, Money remaining) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't be used of credit " + creditId + ", of which " + remaining + " is left",
                "Use an amount up to what is left.");
    }
}
