/** Figures for dashboards and alerts, in the words of Prometheus. */
package io.counterfoil.common.telemetry;
