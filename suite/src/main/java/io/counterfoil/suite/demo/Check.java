package io.counterfoil.suite.demo;

/** Something that was worked out by hand, and what came out. */
record Check(String what, String expected, String actual) {

    boolean holds() {
        return expected.equals(actual);
    }

    @Override
    public String toString() {
        return "%s: %s, expected %s".formatted(what, actual, expected);
    }
}
