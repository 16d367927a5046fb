/**
 * The documents as of a position of billing's history, with totals and digests, so that others can prove that nothing is
 * lost.
 */
package io.counterfoil.billing.reconciliation;
