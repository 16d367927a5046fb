/** Keeps reference data in memory for as long as nobody changes it. */
package io.counterfoil.ledger.reference;
