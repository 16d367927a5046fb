/** Copies of the legal entities that ledger-service owns, kept from its events. */
package io.counterfoil.order.legalentity;
