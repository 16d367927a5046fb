/** Salesforce as our CRM: deals are read, their state is shown and renewals are offered there, by REST. */
package io.counterfoil.order.salesforce;
