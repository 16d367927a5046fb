/** Orders: received, validated, accepted, billed, completed; or held, rejected, cancelled. The one place where an order changes. */
package io.counterfoil.order.order;
