package io.counterfoil.common.samples.numbers.price;

import java.math.BigDecimal;

class Price {
    private double rough;
    private BigDecimal nameless;

    boolean isDear() {
        return rough > nameless.doubleValue();
    }
}
