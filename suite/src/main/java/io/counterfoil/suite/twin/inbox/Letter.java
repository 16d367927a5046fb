package io.counterfoil.suite.twin.inbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One delivery that reached a box.
 *
 * @param id the {@code webhook-id}, the same at each attempt
 * @param genuine whether its signature is right and fresh; null where the box knows no secret
 * @param status what was answered
 */
public record Letter(String id, String timestamp, Boolean genuine, int status, JsonNode body) {}
