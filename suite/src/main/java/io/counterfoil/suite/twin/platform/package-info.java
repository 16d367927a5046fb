/** The twin of a product platform: sets up what was sold, refuses what it is told to refuse, and counts who asked for what. */
package io.counterfoil.suite.twin.platform;
