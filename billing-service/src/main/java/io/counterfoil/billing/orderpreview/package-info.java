/** What the invoices of an order would say, before anybody has ordered: nothing is written and no number is taken. */
package io.counterfoil.billing.orderpreview;
