package io.counterfoil.warehouse.part;

/** One part behind its own circuit breaker: a bean for each, because a breaker belongs to a bean. */
interface Guarded {

    Part part();

    /** Asks; never fails, but says so when there was no answer. */
    Reply ask(Question question);
}
