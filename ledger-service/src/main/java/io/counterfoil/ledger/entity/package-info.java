/** Legal entities, their books and accounting policies; published for all who keep copies. */
package io.counterfoil.ledger.entity;
