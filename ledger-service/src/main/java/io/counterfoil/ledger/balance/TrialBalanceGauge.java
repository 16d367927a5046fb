package io.counterfoil.ledger.balance;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.telemetry.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Debits less credits of each currency, in minor units: anything but zero is an alarm. It looks at the newest entries
 * only, for it is asked every few seconds; older ones were looked at before and can't change.
 */
@ApplicationScoped
class TrialBalanceGauge implements Metrics.GaugeSource {

    private static final int NEWEST = 10_000;

    @Inject
    Database database;

    @Override
    public List<Metrics.Gauge> gauges() {
        return database.query(
                        """
                        select p.currency, sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) as off
                        from (select id from journal_entry order by ordinal desc limit ?) e join posting p on p.entry_id = e.id
                        group by p.currency
                        """,
                        NEWEST)
                .list(row -> new Metrics.Gauge(
                        "counterfoil_trial_balance", Map.of("currency", row.text("currency")), row.decimal("off")));
    }
}
