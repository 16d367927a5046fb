/** What we ask of a CRM, whichever product it is: read a won deal, show it what became of it. */
package io.counterfoil.order.crm;
