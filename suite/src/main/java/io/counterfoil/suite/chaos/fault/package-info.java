/** What can happen to a running stack: processes end, stop or stand still, connections break, outside systems misbehave. */
package io.counterfoil.suite.chaos.fault;
