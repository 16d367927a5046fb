/** What we ask for things: price books by legal entity, region, segment and channel, and the rules that a price must hold. */
package io.counterfoil.order.pricebook;
