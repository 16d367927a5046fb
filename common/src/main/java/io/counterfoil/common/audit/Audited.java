package io.counterfoil.common.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.http.Json;

/**
 * One change, to be kept. Who did it, when and for which business transaction is known from the thread.
 *
 * @param object what kind of thing was changed, such as {@code customer}
 * @param objectId which one
 * @param act the verb, such as {@code merged}
 * @param origin from where it came: {@code api}, {@code clock}, the name of an outside system, or the type of an event
 * @param reason in the words of who did it; null where none was asked for
 * @param before what it was, of that which changed; null where there was nothing
 * @param after what it is
 */
public record Audited(
        String object, String objectId, String act, String origin, String reason, JsonNode before, JsonNode after) {

    /** The origin of what a person does through the API. */
    public static final String API = "api";

    /** The origin of what a timer does because its time has come. */
    public static final String CLOCK = "clock";

    /** What a timer does because its time has come; both sides as what their JSON says. */
    public static Audited byClock(String object, Object id, String act, String reason, Object before, Object after) {
        return new Audited(object, id.toString(), act, CLOCK, reason, tree(before), tree(after));
    }

    private static JsonNode tree(Object side) {
        return side == null ? null : Json.strict().valueToTree(side);
    }
}
