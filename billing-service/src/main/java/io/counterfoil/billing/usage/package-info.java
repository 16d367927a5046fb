/** Usage: records of meters are taken once, in chunks; what they come to is rated into items when the period is over. */
package io.counterfoil.billing.usage;
