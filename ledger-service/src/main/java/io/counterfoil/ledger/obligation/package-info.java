/**
 * What contracts promise, what of the price falls to each promise, and what is done to it: held, resumed, delivered, ended.
 */
package io.counterfoil.ledger.obligation;
