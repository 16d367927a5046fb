package io.counterfoil.billing.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of billing somebody should look at: money without a place (none is said too), charges that are due and not billed. */
@ApplicationScoped
class BillingGauges implements Metrics.GaugeSource {

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    @Override
    public List<Metrics.Gauge> gauges() {
        List<Metrics.Gauge> gauges = new ArrayList<>(database.query(
                        """
                        select c.currency,
                               (select count(*) from payment p where p.unapplied_minor > 0 and p.currency = c.currency) as n
                        from (select currency from gateway_account
                              union select currency from payment where unapplied_minor > 0) c
                        """)
                .list(row -> new Metrics.Gauge(
                        "counterfoil_payments_unapplied", Map.of("currency", row.text("currency")), row.decimal("n"))));
        gauges.addAll(database.query(
                        """
                        select count(distinct line_id) as n from order_charge where next_due is not null and next_due < ?
                        """,
                        clock.today(ZoneOffset.UTC))
                .list(row ->
                        new Metrics.Gauge("counterfoil_subscriptions_without_invoice", Map.of(), row.decimal("n"))));
        return gauges;
    }
}
