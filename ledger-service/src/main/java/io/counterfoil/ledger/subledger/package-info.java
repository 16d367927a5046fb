/**
 * The sub-ledgers behind the control accounts: what every fact of billing moves, read from the fact alone. So receivables,
 * unapplied cash, customer credit, cash and tax can be compared with what the rules have posted, at any time.
 */
package io.counterfoil.ledger.subledger;
