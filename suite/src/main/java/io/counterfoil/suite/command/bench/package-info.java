/** {@code counterfoil bench}: which part is measured, with what, and where the figures go. */
package io.counterfoil.suite.command.bench;
