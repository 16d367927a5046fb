/**
 * The demo: twelve business transactions of an invented enterprise with three legal entities, from the won deal to the
 * trial balance. What must come out was worked out by hand and stands in {@code demo/script.json}; the demo plays, asks
 * the services, and compares.
 */
package io.counterfoil.suite.demo;
