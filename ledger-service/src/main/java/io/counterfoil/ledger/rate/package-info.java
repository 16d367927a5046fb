/** Exchange rates: proposed by one person, decided by another, and kept for ever by the entries that used them. */
package io.counterfoil.ledger.rate;
