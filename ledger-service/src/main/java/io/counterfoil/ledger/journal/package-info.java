/** The journal: entries that balance in both currencies or do not exist, appended in sets, never changed. */
package io.counterfoil.ledger.journal;
