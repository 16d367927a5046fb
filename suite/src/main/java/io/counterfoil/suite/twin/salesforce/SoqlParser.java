package io.counterfoil.suite.twin.salesforce;

import io.counterfoil.suite.twin.salesforce.Soql.Condition;
import io.counterfoil.suite.twin.salesforce.SoqlToken.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A recursive-descent parser for the part of SOQL that integrations send: no aggregates, no sub-queries. */
final class SoqlParser {

    private static final Set<String> OPERATORS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=", "LIKE");
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final String query;
    private final List<SoqlToken> tokens;
    private int at;

    SoqlParser(String query) {
        this.query = query;
        this.tokens = SoqlToken.of(query);
    }

    Soql parse() {
        expect("SELECT");
        List<String> select = selected();
        expect("FROM");
        String from = word();
        Condition where = accept("WHERE") ? either() : new Soql.Always();
        List<Soql.Order> order = accept("ORDER") ? order() : List.of();
        int limit = accept("LIMIT") ? whole() : NO_LIMIT;
        int offset = accept("OFFSET") ? whole() : 0;
        if (peek().kind() != Kind.END) {
            throw unexpected();
        }
        return new Soql(select, from, where, order, limit, offset);
    }

    private List<String> selected() {
        if (peek().is("COUNT")) {
            at++;
            expect("(");
            expect(")");
            return List.of(Soql.COUNT);
        }
        return listed(this::word);
    }

    private Condition either() {
        Condition left = both();
        while (accept("OR")) {
            left = new Soql.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = one();
        while (accept("AND")) {
            left = new Soql.And(left, one());
        }
        return left;
    }

    private Condition one() {
        if (accept("NOT")) {
            return new Soql.Not(one());
        }
        if (accept("(")) {
            Condition inner = either();
            expect(")");
            return inner;
        }
        String path = word();
        if (accept("IN")) {
            return new Soql.In(path, literals());
        }
        if (accept("NOT")) {
            expect("IN");
            return new Soql.Not(new Soql.In(path, literals()));
        }
        String operator = next().text().toUpperCase();
        if (!OPERATORS.contains(operator)) {
            at--;
            throw unexpected();
        }
        return new Soql.Compare(path, operator, literal());
    }

    private List<Soql.Order> order() {
        expect("BY");
        return listed(() -> {
            String path = word();
            boolean descending = !accept("ASC") && accept("DESC");
            boolean nullsLast = false;
            if (accept("NULLS")) {
                nullsLast = !accept("FIRST");
                if (nullsLast) {
                    expect("LAST");
                }
            }
            return new Soql.Order(path, descending, nullsLast);
        });
    }

    private List<Object> literals() {
        expect("(");
        List<Object> found = listed(this::literal);
        expect(")");
        return found;
    }

    private Object literal() {
        SoqlToken token = next();
        return switch (token.kind()) {
            case STRING -> token.text();
            case NUMBER -> new BigDecimal(token.text());
            case DATE -> LocalDate.parse(token.text());
            case DATETIME -> FieldType.time(token.text());
            case WORD -> named(token);
            default -> {
                at--;
                throw unexpected();
            }
        };
    }

    private Object named(SoqlToken token) {
        return switch (token.text().toLowerCase()) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> {
                at--;
                throw unexpected();
            }
        };
    }

    private <T> List<T> listed(Supplier<T> item) {
        List<T> found = new ArrayList<>();
        do {
            found.add(item.get());
        } while (accept(","));
        return found;
    }

    private int whole() {
        if (peek().kind() != Kind.NUMBER || !peek().text().matches("\\d{1,9}")) {
            throw unexpected();
        }
        return Integer.parseInt(next().text());
    }

    private String word() {
        if (peek().kind() != Kind.WORD) {
            throw unexpected();
        }
        return next().text();
    }

    private boolean accept(String keyword) {
        boolean there = peek().is(keyword);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String keyword) {
        if (!accept(keyword)) {
            throw unexpected();
        }
    }

    private SoqlToken peek() {
        return tokens.get(at);
    }

    private SoqlToken next() {
        return tokens.get(at++);
    }

    private SalesforceError unexpected() {
        SoqlToken token = peek();
        return SalesforceError.malformedQuery("\n%s\n%s^\nERROR at Row:1:Column:%d\nunexpected token: '%s'"
                .formatted(query, " ".repeat(token.position()), token.position() + 1, token.text()));
    }
}
