/** The story of a business transaction across all services: what happened, in order, and what is missing. */
package io.counterfoil.warehouse.timeline;
