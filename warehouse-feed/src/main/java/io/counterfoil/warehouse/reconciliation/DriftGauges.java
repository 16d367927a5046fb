package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Open drift by pair, as figures for dashboards and alerts; zero is said too. */
@ApplicationScoped
class DriftGauges implements GaugeSource {

    @Inject
    Reconciliations reconciliations;

    @Override
    public List<Gauge> gauges() {
        List<Gauge> gauges = new ArrayList<>();
        reconciliations.latest().map(reconciliations::pairs).orElse(List.of()).forEach(pair -> {
            String name = pair.pair().name();
            gauges.add(new Gauge(
                    "counterfoil_drift_documents", Map.of("pair", name), BigDecimal.valueOf(pair.driftDocuments())));
            pair.drift()
                    .forEach(amount -> gauges.add(new Gauge(
                            "counterfoil_drift_amount",
                            Map.of("pair", name, "currency", amount.currency()),
                            amount.toDecimal())));
        });
        return gauges;
    }
}
