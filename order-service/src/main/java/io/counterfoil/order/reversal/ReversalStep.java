package io.counterfoil.order.reversal;

import java.util.UUID;

/** What a step of a reversal carries; all else is read when it runs. */
record ReversalStep(UUID reversalId) {}
