/**
 * Reconciliation: billing, receivables, ledger and warehouse compared by amount and by document, at one position of billing's
 * history, so that what is in flight is not called drift. Totals with a digest come first; documents are asked for only where
 * the digests differ.
 */
package io.counterfoil.warehouse.reconciliation;
