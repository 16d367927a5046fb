/**
 * What comes off a bill, and what is missing to a promise: lines that are made when a bill is composed. A percentage follows the lines
 * that it concerns, also where one is taken back; an amount is taken off what begins with its billing period, once in each.
 */
package io.counterfoil.billing.discount;
