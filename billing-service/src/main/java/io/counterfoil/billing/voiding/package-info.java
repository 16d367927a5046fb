/**
 * Voiding: an issued invoice is taken back as a whole. Refused while money is applied to it, while a later invoice repairs it, or
 * while credit that it made is used; credit that it used returns, and what it billed becomes billable again.
 */
package io.counterfoil.billing.voiding;
