/** How a contract goes on when its term ends: by itself, or by an offer that appears in the CRM in time. No gap, no overlap. */
package io.counterfoil.order.renewal;
