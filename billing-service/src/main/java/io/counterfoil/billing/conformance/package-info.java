/**
 * What a bill would come to, before there is one, and the figures that others published beside our own. Nothing is stored.
 */
package io.counterfoil.billing.conformance;
