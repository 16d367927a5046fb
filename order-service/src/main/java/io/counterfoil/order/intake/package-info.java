/** The door for orders that come without a CRM, and for giving orders up. */
package io.counterfoil.order.intake;
