/**
 * Changes of contracts: upgrade, downgrade, quantity, price, add-on, co-term. Previewed by billing-service, confirmed, in effect, in
 * the ledger; taken back by the opposite change. One amendment id through all of it.
 */
package io.counterfoil.order.amendment;
