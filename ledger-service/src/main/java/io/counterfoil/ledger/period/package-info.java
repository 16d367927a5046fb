/** Accounting periods: into which date may be posted, what is in the way of a close, who reopens what. */
package io.counterfoil.ledger.period;
