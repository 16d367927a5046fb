package io.counterfoil.ledger.recognition;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells of large sets as long as one is not told to its end. */
@ApplicationScoped
class TellingTimer implements DueWork {

    @Inject
    Database database;

    @Inject
    TellRecognised tell;

    @Override
    public String name() {
        return "recognition-telling";
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.query("select recorded_at from recognition_set where told < slices order by ordinal limit 1")
                .one(row -> row.instant("recorded_at"));
    }

    /** It passes on what the run has decided. */
    @Override
    public boolean decidesNothing() {
        return true;
    }

    @Override
    public boolean workOnce() {
        return tell.handle();
    }
}
