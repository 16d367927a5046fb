/**
 * Orders that are taken back after they were billed: cancelled from a day on, compensated as if they had never been, or some of
 * their goods returned. billing-service ends, credits and refunds; the process is complete when the ledger has posted all of it.
 */
package io.counterfoil.order.reversal;
