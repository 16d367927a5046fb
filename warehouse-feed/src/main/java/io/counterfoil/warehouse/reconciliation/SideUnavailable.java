package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A side could not be asked, so nothing can be said: neither that there is drift nor that there is none. */
final class SideUnavailable extends Refusal {

    private static final Logger LOG = Logger.getLogger(SideUnavailable.class.getName());

    private SideUnavailable(String side) {
        super(
                503,
                TroubleClass.DOWNSTREAM_DOWN,
                side + " could not be asked; nothing was compared",
                "Ask again when it answers; its health says more.");
    }

    /** Asks, and names the side that did not answer. */
    static <T> T when(String side, Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal | DatabaseFailure ours) {
            throw ours;
        } catch (RuntimeException failed) {
            LOG.log(Level.INFO, failed, () -> side + " could not be asked");
            throw new SideUnavailable(side);
        }
    }
}
