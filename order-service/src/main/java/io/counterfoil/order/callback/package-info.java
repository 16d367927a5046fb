/**
 * Callbacks: who wants to know of the states of processes is told of each change once, signed, in the order of the process, and
 * again until it is taken.
 */
package io.counterfoil.order.callback;
