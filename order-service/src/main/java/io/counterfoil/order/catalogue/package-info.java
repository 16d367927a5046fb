/** What can be sold: products and bundles with the treatment that billing and ledger give them, in versions that two people want. */
package io.counterfoil.order.catalogue;
