package io.counterfoil.order.amendment;

import java.util.UUID;

/** What a step of an amendment carries; all else is read when it runs. */
record AmendmentStep(UUID amendmentId) {}
