package io.counterfoil.billing.reconciliation;

/** Which documents a list shows; an entity or currency that is null does not filter. */
record DocumentFilter(DocumentKind kind, String legalEntityId, String currency) {}
