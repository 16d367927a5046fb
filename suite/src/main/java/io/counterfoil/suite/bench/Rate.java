package io.counterfoil.suite.bench;

import java.util.Locale;

/** How many in which time. */
final class Rate {
    private static final long SECOND = 1_000_000_000L;

    private Rate() {}

    static long perSecond(long count, long nanos) {
        return nanos == 0 ? 0 : count * SECOND / nanos;
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%d", nanos / SECOND, nanos % SECOND * 10 / SECOND);
    }
}
