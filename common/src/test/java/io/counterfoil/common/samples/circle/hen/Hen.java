package io.counterfoil.common.samples.circle.hen;

import io.counterfoil.common.samples.circle.egg.Egg;

public class Hen {
    public Egg lay() {
        return new Egg();
    }
}
