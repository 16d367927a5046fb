/**
 * The whole of Counterfoil on one machine, as operating-system processes: PostgreSQL, the broker, the token issuer, the twins
 * of outside systems and the five servers.
 *
 * <p>A {@link io.counterfoil.suite.stack.Launch} says how one process is started and when it is ready;
 * {@link io.counterfoil.suite.stack.Stack} starts them in order, watches them and stops them;
 * {@link io.counterfoil.suite.stack.Access} is what a client of a running stack needs. Everything is written below
 * {@code suite/target/run/<name>}.
 */
package io.counterfoil.suite.stack;
