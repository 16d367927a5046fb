package io.counterfoil.billing;

/**
 * Where generated input begins: the same in every run, so that a build is repeatable. Another seed is tried by
 * {@code -Dcounterfoil.seed=…}.
 */
public final class Seed {

    private static final long USUAL = 20_260_101L;

    private Seed() {}

    /** The seed, printed for whoever has to repeat the run. */
    public static long announced() {
        long seed = Long.getLong("counterfoil.seed", USUAL);
        System.out.println("-Dcounterfoil.seed=" + seed);
        return seed;
    }
}
