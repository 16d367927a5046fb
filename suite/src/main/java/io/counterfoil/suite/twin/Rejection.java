package io.counterfoil.suite.twin;

/** A request that a twin turns down, in the words of the product that it stands for. */
public abstract class Rejection extends RuntimeException {

    protected Rejection(String message) {
        super(message);
    }

    /** What the caller gets to see. */
    public abstract Answer answer();
}
