package io.counterfoil.customer.matching;

import java.util.List;
import java.util.UUID;

/**
 * A customer who may be meant.
 *
 * @param score from 0 to 100
 * @param evidence what speaks for and against it, in words
 */
public record Candidate(UUID customerId, int score, boolean sure, List<String> evidence) {}
