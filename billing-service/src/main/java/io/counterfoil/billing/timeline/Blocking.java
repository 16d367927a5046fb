package io.counterfoil.billing.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the time that dunning blocked is charged after all, it is as if nothing had been blocked. */
final class Blocking {

    private Blocking() {}

    /** The suspensions that were undone so, with what undid them. */
    static Set<Change> undone(List<Change> inOrder) {
        Set<Change> undone = new HashSet<>();
        Change blocked = null;
        for (Change change : inOrder) {
            switch (change.kind()) {
                case SUSPEND -> blocked = blocked == null ? change : blocked;
                case CANCEL -> blocked = null;
                case REINSTATE -> {
                    if (blocked != null && change.details().timeCharged()) {
                        undone.addAll(List.of(blocked, change));
                    }
                    blocked = null;
                }
                default -> {}
            }
        }
        return undone;
    }
}
