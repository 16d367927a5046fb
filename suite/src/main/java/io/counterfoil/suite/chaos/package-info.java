/**
 * Proof under faults: the real processes are killed, paused and cut off from each other while a seeded workload runs, and a
 * checker that knows only what was asked for says whether anything was lost, doubled or adrift.
 *
 * <p>{@link io.counterfoil.suite.chaos.wire} breaks connections, {@link io.counterfoil.suite.chaos.load} asks and remembers,
 * {@link io.counterfoil.suite.chaos.fault} breaks parts, {@link io.counterfoil.suite.chaos.check} looks.
 */
package io.counterfoil.suite.chaos;
