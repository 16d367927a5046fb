/** Who may not buy because dunning holds something of it, under whatever id it was bought. */
package io.counterfoil.customer.dunning;
