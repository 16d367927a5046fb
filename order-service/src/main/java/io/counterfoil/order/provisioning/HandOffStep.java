package io.counterfoil.order.provisioning;

import java.util.UUID;

/** What a step of a hand-off carries; all else is read when it runs. */
record HandOffStep(UUID orderId) {}
