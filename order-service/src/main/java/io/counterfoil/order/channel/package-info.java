/**
 * Where deals come in from Salesforce: its outbound messages, by SOAP.
 *
 * <p>An outbound message only tells that something happened to an opportunity; what happened is always read back.
 */
package io.counterfoil.order.channel;
