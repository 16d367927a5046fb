/**
 * What all processes have in common: the published definitions, where each process is and since when, and the deadline of each
 * state. A state that lasts longer than its deadline is an exception by itself.
 */
package io.counterfoil.order.journey;
