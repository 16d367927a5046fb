/**
 * What is true in every service and changes for none of their reasons: money, events in and out, HTTP habits,
 * exceptions, persistent steps, time and identity.
 *
 * <p>No noun of the business lives here, no payload and no client of a service. If only two services need a thing, it
 * does not belong here.
 */
package io.counterfoil.common;
