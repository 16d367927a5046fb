package io.counterfoil.billing.creditmemo;

import java.util.UUID;

/** Which credit memos a list shows; what is null does not filter. */
record MemoFilter(UUID customerId, UUID invoiceId, CreditMemoState state) {}
