/** What customers owe: an open item for each document and what settled it, in the transaction that posted it. */
package io.counterfoil.ledger.receivable;
