/** Which documents processes wait for until they are in the general ledger. */
package io.counterfoil.order.posting;
