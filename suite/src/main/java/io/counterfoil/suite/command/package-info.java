/** The launcher's commands, one class each; what they print is for a person at a terminal. */
package io.counterfoil.suite.command;
