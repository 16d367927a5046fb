/** The way back from a figure: to its entries, their rules and events, the invoice, the order and the opportunity. */
package io.counterfoil.ledger.explain;
