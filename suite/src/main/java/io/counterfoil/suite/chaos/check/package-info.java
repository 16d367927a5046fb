/**
 * Looks whether anything was lost, doubled or is adrift: by read-only SQL of its own, by the public APIs and by the twins' own
 * books, against what was asked for. Nothing of the services' code has a say here.
 */
package io.counterfoil.suite.chaos.check;
