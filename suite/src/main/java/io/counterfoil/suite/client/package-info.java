/** How the launcher, the demo and the system tests talk to the services: JSON over HTTP, as somebody. */
package io.counterfoil.suite.client;
