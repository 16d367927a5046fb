package io.counterfoil.suite.twin.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, literal or sign of a query, and where it stands. */
record SoqlToken(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        SIGN,
        END
    }

    private static final Pattern NEXT = Pattern.compile("\\s*(?:(?<string>'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<datetime>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))"
            + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
            + "|(?<word>[A-Za-z_][\\w.]*)"
            + "|(?<sign><=|>=|!=|<>|[=<>(),]))");

    static List<SoqlToken> of(String query) {
        List<SoqlToken> tokens = new ArrayList<>();
        Matcher next = NEXT.matcher(query);
        int at = 0;
        while (at < query.length() && !query.substring(at).isBlank()) {
            if (!next.region(at, query.length()).lookingAt()) {
                throw SalesforceError.malformedQuery("unexpected token at column " + (at + 1) + " of: " + query);
            }
            tokens.add(token(next));
            at = next.end();
        }
        tokens.add(new SoqlToken(Kind.END, "<EOF>", at));
        return tokens;
    }

    boolean is(String keywordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(keywordOrSign);
    }

    private static SoqlToken token(Matcher found) {
        for (Kind kind : Kind.values()) {
            String text = kind == Kind.END ? null : found.group(kind.name().toLowerCase());
            if (text != null) {
                String bare = kind == Kind.STRING ? unquoted(text) : text;
                return new SoqlToken(kind, bare, found.start());
            }
        }
        throw new IllegalStateException("A token of no kind");
    }

    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(
                    switch (escaped) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }
}
