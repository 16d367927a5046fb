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

/** Billing's word, asked over the wire. Not for use within a transaction. */
@ApplicationScoped
@Timeout(value = 15, unit = ChronoUnit.SECONDS)
@CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
class BillingBooks implements Books {

    private static final int PAGE = 500;

    @Inject
    @RestClient
    BillingApi api;

    @Override
    public Side side() {
        return Side.BILLING;
    }

    /** Up to where billing has published. */
    long published() {
        return SideAnswer.read(api.position(), SideAnswer.Position.class).position();
    }

    @Override
    public List<Total> totals(long position) {
        return SideAnswer.read(api.totals(position), SideAnswer.Totals.class).of(Side.BILLING);
    }

    @Override
    public List<Document> documents(long position, Bucket bucket) {
        return SideAnswer.allPages(cursor ->
                api.documents(position, bucket.kind(), bucket.legalEntity(), bucket.currency(), PAGE, cursor));
    }
}
