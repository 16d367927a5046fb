/**
 * The way of one business transaction through all services: correlation, cause and actor, in events, requests, logs and
 * spans.
 */
package io.counterfoil.common.trace;
