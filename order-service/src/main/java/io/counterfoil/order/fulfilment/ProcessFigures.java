package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.telemetry.Metrics.Gauge;
import io.counterfoil.common.telemetry.Metrics.GaugeSource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How many orders and invoices wait for the ledger, and how many invoices the CRM has not been told of. */
@Dependent
class ProcessFigures implements GaugeSource {

    private final Database database;

    @Inject
    ProcessFigures(Database database) {
        this.database = database;
    }

    @Override
    public List<Gauge> gauges() {
        return database.query(
                        """
                        select 'counterfoil_orders_awaiting_posting' as name, count(*) as value
                        from quote_to_cash where is_open and state = 'AWAITING_POSTING'
                        union all
                        select 'counterfoil_invoices_not_in_crm', count(*)
                        from quote_to_cash p join process_invoice i on i.order_id = p.order_id
                        where p.is_open and p.state in ('AWAITING_POSTING', 'WRITING_BACK', 'HELD') and p.has_crm and i.first_lines <> ''
                        union all
                        select 'counterfoil_invoices_not_posted', count(*) from process_invoice where issued and not posted
                        """)
                .list(row -> new Gauge(row.text("name"), Map.of(), row.decimal("value")));
    }
}
