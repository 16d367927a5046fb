/** Posting rules: which accounts an item moves, in versions that two people want. The line with the most criteria wins. */
package io.counterfoil.ledger.postingrule;
