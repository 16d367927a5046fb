/** The chart of accounts of each legal entity, and which of them are control accounts. */
package io.counterfoil.ledger.account;
