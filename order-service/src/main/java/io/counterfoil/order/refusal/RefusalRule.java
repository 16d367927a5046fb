package io.counterfoil.order.refusal;

import java.time.Duration;

/** After how long a refusal of this code is final. */
record RefusalRule(String reasonCode, Duration finalAfter, int version) {}
