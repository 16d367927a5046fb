/**
 * Offers with exact totals: billing-service says what the invoices would be, two people approve what is not theirs and is dear
 * or cheap, and the customer's yes becomes exactly one order.
 */
package io.counterfoil.order.quote;
