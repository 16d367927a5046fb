package io.counterfoil.order.renewal;

import java.util.UUID;

/** What a step of a renewal carries; all else is read when it runs. */
record RenewalStep(UUID renewalId) {}
