/**
 * Counterfoil on one machine: the launcher and its commands, the demo, twins of the outside systems, and in the tests the
 * black-box system tests.
 */
package io.counterfoil.suite;
