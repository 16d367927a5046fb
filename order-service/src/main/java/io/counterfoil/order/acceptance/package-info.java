/** What else must be settled before an order becomes a contract: whatever has something to say is a gate. */
package io.counterfoil.order.acceptance;
