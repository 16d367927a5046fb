/**
 * Salesforce: its outbound messages come in by SOAP, deals are read and shown by REST.
 *
 * <p>An outbound message only tells that something happened to an opportunity; what happened is always read back.
 */
package io.counterfoil.order.channel;
