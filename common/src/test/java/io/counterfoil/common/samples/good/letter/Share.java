package io.counterfoil.common.samples.good.letter;

import java.math.BigDecimal;

record Share(BigDecimal exact) {}
