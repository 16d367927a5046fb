/** What can be sold: products with the treatment that billing and ledger give them, and what others call them. */
package io.counterfoil.order.catalogue;
