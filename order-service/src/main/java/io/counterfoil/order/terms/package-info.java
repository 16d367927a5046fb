/** What was asked for, and whether we can promise it: every rule that an order must pass before it is accepted. */
package io.counterfoil.order.terms;
