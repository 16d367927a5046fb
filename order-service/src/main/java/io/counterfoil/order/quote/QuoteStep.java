package io.counterfoil.order.quote;

import java.util.UUID;

/** What a step of a quote carries; all else is read when it runs. */
record QuoteStep(UUID quoteId) {}
