/**
 * Balances by account, at any date as known at any time, rolled up so that a sum over millions of postings reads few rows.
 */
package io.counterfoil.ledger.balance;
