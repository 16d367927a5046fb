/** What things cost: exact prices and quantities, and the price books against which an order's prices are checked. */
package io.counterfoil.order.pricing;
