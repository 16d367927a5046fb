package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The ledger's word, for both of its sides, asked over the wire. Not for use within a transaction. */
@ApplicationScoped
@Timeout(value = 15, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
class LedgerClient {

    private static final int PAGE = 500;

    @Inject
    @RestClient
    LedgerApi api;

    /** How far the ledger is with billing's history, and has published its own. */
    SideAnswer.Position position() {
        return SideAnswer.read(api.position(), SideAnswer.Position.class);
    }

    /** The totals of both sides. */
    SideAnswer.Totals totals(long position) {
        return SideAnswer.read(api.totals(position), SideAnswer.Totals.class);
    }

    /** The documents of one side and bucket. */
    List<Document> documents(Side side, long position, Bucket bucket) {
        return SideAnswer.allPages(cursor -> api.documents(
                position, side.name(), bucket.kind(), bucket.legalEntity(), bucket.currency(), PAGE, cursor));
    }
}
