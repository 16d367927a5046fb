package io.counterfoil.suite.chaos.fault;

/** Something that goes wrong, and how it ends. */
public interface Fault {
    /** What happens, for the report. */
    String name();

    /** It begins. */
    void strike();

    /** It ends: when this returns, everything runs again. */
    void heal();
}
