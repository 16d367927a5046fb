/** The product platform, which sets up what was sold: a port, and its adapter over HTTP. */
package io.counterfoil.order.platform;
