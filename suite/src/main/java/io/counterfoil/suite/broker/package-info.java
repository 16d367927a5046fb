/** The local message broker, Apache Artemis with the canonical {@code broker.xml}, and a look at its queues. */
package io.counterfoil.suite.broker;
