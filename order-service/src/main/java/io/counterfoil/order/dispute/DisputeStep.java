package io.counterfoil.order.dispute;

import java.util.UUID;

/** What a step of a dispute carries; all else is read when it runs. */
record DisputeStep(UUID disputeId) {}
