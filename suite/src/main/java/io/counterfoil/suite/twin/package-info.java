/**
 * Twins: stand-ins for the outside systems that Counterfoil talks to, for one machine. Each behaves as its product is
 * documented to, keeps its own books (so that a test can ask what it was told), and has knobs for the faults that the
 * real one shows. A twin knows nothing of Counterfoil's code: it meets the services over HTTP alone.
 */
package io.counterfoil.suite.twin;
