/**
 * How much there is of what can be shipped: stock by product, what is put aside for orders, what is back-ordered, what was
 * shipped and came back. A product without a stock level is no goods, and always available.
 */
package io.counterfoil.order.availability;
