/** What we tell others over HTTP: signed by Standard Webhooks, one id for each delivery, never to an address of our own network. */
package io.counterfoil.common.webhook;
