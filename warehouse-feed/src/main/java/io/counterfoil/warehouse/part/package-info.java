/** The five services as parts of one answer: each asked on its own under a time limit and a circuit breaker, so that one that is down is only missing. */
package io.counterfoil.warehouse.part;
