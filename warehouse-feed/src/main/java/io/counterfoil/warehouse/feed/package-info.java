/** The archive of events: kept once, in one order, and given out again from any position. */
package io.counterfoil.warehouse.feed;
