package io.counterfoil.ledger.receivable;

/** Which receivables are looked for: those with something open, those without, or both. */
public enum ReceivableState {
    OPEN,
    SETTLED,
    ALL
}
