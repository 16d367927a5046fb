package io.counterfoil.common.samples.circle.egg;

import io.counterfoil.common.samples.circle.hen.Hen;

public class Egg {
    public Hen hatch() {
        return new Hen();
    }
}
