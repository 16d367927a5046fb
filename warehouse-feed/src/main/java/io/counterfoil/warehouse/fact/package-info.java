/** Facts: bookings, billings, cash, reversals, revenue and journal as rows, derived from the archive and never from anything else. */
package io.counterfoil.warehouse.fact;
