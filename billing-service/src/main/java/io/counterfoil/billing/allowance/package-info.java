/** What lowers or raises whole documents (EN 16931, BG-20 and BG-21): published terms, and what they make of a bill. */
package io.counterfoil.billing.allowance;
