/** The chain over the journal: sealed in batches after posting, checked link by link, so that a changed byte is found. */
package io.counterfoil.ledger.seal;
