/** By which method a line is earned, the schedule that follows, and how a reversal takes what was earned and what was not. */
package io.counterfoil.ledger.revenue;
