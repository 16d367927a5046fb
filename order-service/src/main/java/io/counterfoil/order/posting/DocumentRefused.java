package io.counterfoil.order.posting;

import io.counterfoil.order.journey.ProcessKind;
import java.util.UUID;

/** A document that a process waited for will never be posted. Told within the transaction that hears of it. */
public record DocumentRefused(ProcessKind process, UUID journeyId, UUID documentId, String reason) {}
