package io.counterfoil.order.pricing;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A price, a quantity or a share is no plain decimal in its range. */
public final class NotADecimal extends Refusal {

    public NotADecimal(String text) {
        super(
                422,
                TroubleClass.SCHEMA,
                "'" + text + "' is no decimal in the range allowed here",
                "Send plain digits, such as \"12.50\".");
    }
}
