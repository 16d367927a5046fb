/** Benchmarks: a part of the stack under load, figures for people and for machines. Run by command, never asserted in a test. */
package io.counterfoil.suite.bench;
