package io.counterfoil.common.compatibility;

import java.util.Arrays;

/** Versions in the order of their numbers, not of their letters. */
final class Version {
    private Version() {}

    static boolean isNewer(String version, String other) {
        return Arrays.compare(numbers(version), numbers(other)) > 0;
    }

    static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
