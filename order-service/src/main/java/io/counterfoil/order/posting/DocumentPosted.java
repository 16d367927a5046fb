package io.counterfoil.order.posting;

import io.counterfoil.order.journey.ProcessKind;
import java.util.UUID;

/** A document that a process waited for is in the general ledger. Told within the transaction that hears of it. */
public record DocumentPosted(ProcessKind process, UUID journeyId, UUID documentId) {}
