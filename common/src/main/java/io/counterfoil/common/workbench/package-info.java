/** What people need around exceptions: who is told, which team, until when, many at once, and the figures. */
package io.counterfoil.common.workbench;
