/** The journal for other programs, as CSV with control totals, and as hledger reads it. */
package io.counterfoil.ledger.export;
