package io.counterfoil.warehouse.feed;

import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Archives whatever arrives, and lets the facts and keys follow: all in sets, whatever mixture of types comes. */
@ApplicationScoped
class KeepEvents implements EventHandler {

    @Inject
    Archive archive;

    @Inject
    @Any
    Instance<Archive.Follower> followers;

    @Override
    public Set<String> types() {
        return Set.of(EVERY_TYPE);
    }

    @Override
    public void handle(Envelope event) {
        handleRun(List.of(event));
    }

    @Override
    public void handleRun(List<Envelope> run) {
        try {
            Stretch stretch = archive.append(run);
            for (Archive.Follower follower : followers) {
                follower.follow(stretch);
            }
        } catch (DatabaseFailure failure) {
            throw dataAtFault(failure)
                    ? new UnreadableEvent(what(run) + " can't be kept: " + failure.getMessage())
                    : failure;
        }
    }

    /** SQLSTATE classes 22 (data exception) and 23 (constraint): trying again would not help. */
    private static boolean dataAtFault(DatabaseFailure failure) {
        String state = failure.sqlState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static String what(List<Envelope> run) {
        return run.size() == 1 ? run.get(0).toString() : run.size() + " events";
    }
}
