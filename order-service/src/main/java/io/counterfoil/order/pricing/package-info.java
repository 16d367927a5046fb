/** What things cost: exact prices, quantities and shares. */
package io.counterfoil.order.pricing;
