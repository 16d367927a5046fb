/**
 * At a period's end foreign money is worth what it is worth then: receivables, cash and debts in another currency than the
 * books are valued at the closing rate. Deferred revenue and prepaid credit are no money and keep their rate. By policy the
 * difference is taken back on the next day, or stays and is carried on.
 */
package io.counterfoil.ledger.revaluation;
