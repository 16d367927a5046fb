/**
 * What people have posted: a journal of their own, the reversal of such an entry, the exclusion of an invoice's revenue, a
 * payout, what one legal entity does for another. One person makes it, another approves it; only then it can be posted.
 */
package io.counterfoil.ledger.manual;
