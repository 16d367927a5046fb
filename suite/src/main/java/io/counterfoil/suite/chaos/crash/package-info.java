/**
 * Rules that an agent weaves into the servers' JVMs while they run: they end the process at a chosen line, or plant a defect.
 * The product's code knows nothing of it.
 */
package io.counterfoil.suite.chaos.crash;
