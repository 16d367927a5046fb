/** What customers dispute of their invoices: held out of dunning at billing-service, decided by another person, credited or not. */
package io.counterfoil.order.dispute;
