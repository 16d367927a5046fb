package io.counterfoil.common.together;

import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Does what several requests ask for, in the transaction that is running.
 *
 * @param <T> the body of a request
 */
public interface InSets<T> {

    /** False for what is only done alone. */
    default boolean fits(T body) {
        return true;
    }

    /** The answers, in the order of what was asked; whatever is thrown parts the set. */
    List<Response> handle(List<Asked<T>> set);
}
