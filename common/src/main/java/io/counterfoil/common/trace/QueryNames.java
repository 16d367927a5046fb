package io.counterfoil.common.trace;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a query string asks about, without what it says: {@code state=OPEN&cursor=x1} becomes {@code state=-&cursor=-}. */
final class QueryNames {
    /** Names of parameters are words; anything else may be a secret in the wrong place. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}");

    private static final int MOST = 20;

    private QueryNames() {}

    static String of(String query) {
        return Arrays.stream(query.split("&", MOST + 1))
                .limit(MOST)
                .map(QueryNames::withoutValue)
                .collect(Collectors.joining("&"));
    }

    private static String withoutValue(String parameter) {
        int end = parameter.indexOf('=');
        String name = end < 0 ? "" : parameter.substring(0, end);
        return WORD.matcher(name).matches() ? name + "=-" : "-";
    }
}
