/** A TCP proxy on every edge between two parts, which does to the bytes what a bad network does. */
package io.counterfoil.suite.chaos.wire;
