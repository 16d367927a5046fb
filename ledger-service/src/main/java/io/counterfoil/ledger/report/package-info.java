/** Reports on revenue: the waterfall, what remains to be earned, how deferred revenue came to be. */
package io.counterfoil.ledger.report;
