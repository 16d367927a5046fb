/**
 * Money: recorded once however often it is told, applied to invoices or kept as unapplied cash, and taken back where it
 * went away. Where it belongs, the reference it names decides, then its customer, then a person.
 */
package io.counterfoil.billing.payment;
