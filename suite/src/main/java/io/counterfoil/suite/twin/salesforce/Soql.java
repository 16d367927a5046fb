package io.counterfoil.suite.twin.salesforce;

import java.util.List;

/** A query, parsed. Paths are as they were written: a field, or relationships and a field joined by dots. */
record Soql(List<String> select, String from, Condition where, List<Order> orderBy, int limit, int offset) {

    static final String COUNT = "COUNT()";

    /** One sort key; nulls come first unless the query says otherwise. */
    record Order(String path, boolean descending, boolean nullsLast) {}

    /** What a record must fulfil. */
    sealed interface Condition {}

    /** Every record. */
    record Always() implements Condition {}

    /** Both. */
    record And(Condition left, Condition right) implements Condition {}

    /** Either. */
    record Or(Condition left, Condition right) implements Condition {}

    /** The opposite. */
    record Not(Condition condition) implements Condition {}

    /** A field against a literal. */
    record Compare(String path, String operator, Object literal) implements Condition {}

    /** A field against a list. */
    record In(String path, List<Object> literals) implements Condition {}

    static Soql parse(String query) {
        return new SoqlParser(query).parse();
    }
}
