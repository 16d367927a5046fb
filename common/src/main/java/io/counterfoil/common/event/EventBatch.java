package io.counterfoil.common.event;

import java.util.List;

/**
 * What one emission of the connector carries: messages of one queue, in their order.
 *
 * @param consumer the queue's name, which is also the consumer's in the inbox
 */
public record EventBatch(String consumer, List<Envelope> events) {}
