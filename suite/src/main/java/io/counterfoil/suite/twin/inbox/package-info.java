/** Whoever is told by webhook: teams of the workbench, subscribers of a process. */
package io.counterfoil.suite.twin.inbox;
