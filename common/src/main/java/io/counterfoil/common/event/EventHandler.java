package io.counterfoil.common.event;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Trouble;
import java.util.List;
import java.util.Set;

/**
 * What a capability does when a fact of another service arrives. A package-private bean; the inbox finds it by type and
 * calls it in the transaction that also keeps the inbox row.
 */
public interface EventHandler {

    /** All types, for a consumer that keeps everything. */
    String EVERY_TYPE = "*";

    /** The types it wants, or {@link #EVERY_TYPE}. */
    Set<String> types();

    /** Takes one event. A {@link Refusal} parks it; any other exception is technical and is tried again. */
    void handle(Envelope event);

    /** Takes a run of events that follow each other and are all wanted by this handler: override to work by sets. */
    default void handleRun(List<Envelope> run) {
        for (Envelope event : run) {
            if (run.size() == 1) {
                handle(event); // already within the event's business transaction
            } else {
                EventDispatch.within(event, () -> handle(event));
            }
        }
    }

    /**
     * Whether it may take a whole run of several types before or after the other handlers of these types take it: it builds
     * on nothing that they do. Where all say so, a mixed run stays one.
     */
    default boolean takesMixedRuns() {
        return false;
    }

    /** Called in the transaction that parks the event, for a fact that tells others of it. */
    default void parked(Envelope event, Refusal reason) {}

    /** Called in the transaction that notes that its replay was refused, perhaps for another reason than before. */
    default void refusedAgain(Envelope event, Refusal reason) {}

    /** Called in the transaction in which two people have given a parked event up: nobody will try it again. */
    default void waived(Envelope event, Trouble trouble) {}
}
