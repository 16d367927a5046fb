package io.counterfoil.suite.chaos.check;

/** One promise, looked after. */
public interface Check {
    /** What is promised, as a sentence. */
    String promise();

    void look(Findings findings);
}
