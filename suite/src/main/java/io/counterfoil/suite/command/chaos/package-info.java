/** {@code counterfoil chaos}: which run under faults, from which seed, and what became of it. */
package io.counterfoil.suite.command.chaos;
