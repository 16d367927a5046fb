package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A change that was turned away, with both values.
 *
 * @param kept what the record says and goes on saying; may be null
 * @param offered what the other system would have it say
 */
public record RejectedChange(UUID customerId, String attribute, String system, JsonNode kept, JsonNode offered) {}
