package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.warehouse.Samples;
import io.counterfoil.warehouse.drift.DriftDetected;
import io.counterfoil.warehouse.drift.DriftResolved;
import io.counterfoil.warehouse.drift.DriftSide;
import io.counterfoil.warehouse.drift.Pair;
import io.counterfoil.warehouse.drift.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsToldTest {

    private static final UUID RUN = UUID.fromString("0190a1b2-0020-7000-8000-000000000001");
    private static final UUID LATER_RUN = UUID.fromString("0190a1b2-0020-7000-8000-000000000002");
    private static final UUID DRIFT = UUID.fromString("0190a1b2-0021-7000-8000-000000000001");
    private static final Instant DETECTED = Instant.parse("2026-01-15T11:00:01Z");

    @Test
    void drift_detected_writes_its_golden_example() {
        GoldenExample.of("drift-detected.v1")
                .assertProduces(new DriftDetected(
                        DRIFT,
                        RUN,
                        Pair.BILLING_RECEIVABLES,
                        "INVOICE",
                        Samples.INVOICE_ID,
                        Samples.INVOICE_NUMBER,
                        "US01",
                        "USD",
                        DriftSide.of(Side.BILLING, 184026L, "USD"),
                        DriftSide.of(Side.RECEIVABLES, 184025L, "USD"),
                        Money.of("0.01", "USD"),
                        6,
                        DETECTED));
    }

    @Test
    void drift_resolved_writes_its_golden_example() {
        GoldenExample.of("drift-resolved.v1")
                .assertProduces(new DriftResolved(
                        DRIFT,
                        LATER_RUN,
                        Pair.BILLING_RECEIVABLES,
                        "INVOICE",
                        Samples.INVOICE_ID,
                        Samples.INVOICE_NUMBER,
                        "US01",
                        "USD",
                        6,
                        DETECTED,
                        Instant.parse("2026-01-15T11:05:01Z")));
    }

    @Test
    void reconciliation_completed_writes_its_golden_example() {
        GoldenExample.of("reconciliation-completed.v1")
                .assertProduces(new ReconciliationCompleted(
                        RUN,
                        Trigger.REQUESTED,
                        6,
                        Instant.parse("2026-01-15T11:00:00Z"),
                        DETECTED,
                        18,
                        1,
                        List.of(
                                outcome(Pair.BILLING_RECEIVABLES, 3, 1, "0.01"),
                                outcome(Pair.RECEIVABLES_LEDGER, 3, 0, "0.00"),
                                outcome(Pair.BILLING_WAREHOUSE, 3, 0, "0.00"),
                                outcome(Pair.LEDGER_WAREHOUSE, 2, 0, "0.00"),
                                outcome(Pair.ARCHIVE_WAREHOUSE, 7, 0, "0.00"))));
    }

    private static ReconciliationCompleted.PairOutcome outcome(Pair pair, long documents, long drift, String amount) {
        return new ReconciliationCompleted.PairOutcome(pair, documents, drift, List.of(Money.of(amount, "USD")));
    }
}
