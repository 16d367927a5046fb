/**
 * The Salesforce twin: accounts, opportunities, line items, products and price-book entries behind the REST API as it is
 * documented (OAuth 2.0 JWT bearer, SOQL, record retrieval, update and upsert), and outbound messages as SOAP when an
 * opportunity is won. {@link io.counterfoil.suite.twin.salesforce.Org} holds the records and remembers every write.
 */
package io.counterfoil.suite.twin.salesforce;
