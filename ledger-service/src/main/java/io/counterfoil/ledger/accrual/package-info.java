/**
 * What a change of a subscription has made due and that waits for the next invoice: it is earned day by day against unbilled
 * receivables, its invoice clears what was accrued, and what is left is earned as that line's schedule says. A later change
 * that takes it back takes the accrual back too.
 */
package io.counterfoil.ledger.accrual;
