package io.counterfoil.common.event;

import java.util.List;

/**
 * What a service does once before its handlers take anything of a batch, in the transaction of the batch. The place for locks: taken
 * here, for all events at once, they have one order; taken by the handlers they would have as many as there are handlers.
 */
public interface BeforeHandlers {

    /** @param events those of the batch that some handler wants, in their order */
    void before(List<Envelope> events);
}
