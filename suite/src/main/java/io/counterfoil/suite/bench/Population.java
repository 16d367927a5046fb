package io.counterfoil.suite.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Monthly subscriptions with one to three charges each, put straight into billing's database: by API a million would take
 * hours, and how they came is not what is measured. All of them belong to one legal entity and are taxed.
 */
final class Population {
    private static final String REFERENCE =
            """
            insert into legal_entity (legal_entity_id, name, country, functional_currency, time_zone, version)
              values ('BM01', 'Benchmark Inc.', 'US', 'USD', 'UTC', 1) on conflict do nothing;
            insert into number_series values ('BM01', 'INV', '380', '{entity}-{year}-{number:8}', 1, 1) on conflict do nothing;
            insert into tax_rate (jurisdiction, category, version, rate, valid_from, published_at)
              values ('US-CA', 'S', 1, 0.0825, '2020-01-01', now()) on conflict do nothing;
            """;

    private static final String AGREED =
            """
            create temp table agreed on commit drop as
              select i, gen_random_uuid() agreement, gen_random_uuid() subscription, gen_random_uuid() line,
                     gen_random_uuid() obligation
                from generate_series(%1$d, %2$d) i;
            insert into agreement (agreement_id, order_id, order_number, contract_id, contract_version, customer_id, legal_entity_id,
                                   currency, purchase_order, payment_terms_days, bill_to, correlation_id, accepted_event_id)
              select agreement, agreement, 'B-' || i, gen_random_uuid(), 1, gen_random_uuid(), 'BM01', 'USD', 'PO-' || i, 30,
                     '{"name":"Buyer","address":{"line1":"1 Harbor Way","city":"Oakland","region":"CA","postalCode":"94607","country":"US"}}',
                     gen_random_uuid()::text, gen_random_uuid()
                from agreed;
            insert into subscription (subscription_id, subscription_number, agreement_id, line_id, product_id, plan_id, plan_version,
                                      start_date, quantity, unit_price, base_quantity, billing_period, state, version)
              select subscription, 'B-' || i, agreement, line, 'PLATFORM', 'bench-monthly', 1, '%3$s', 3, 10.00, 1, 'MONTH',
                     'ACTIVE', 1
                from agreed;
            insert into order_charge (order_charge_id, agreement_id, subscription_id, legal_entity_id, line_id, line_number,
                                      product_id, description, plan_id, plan_version, charge_id, kind, pricing, quantity, unit_price,
                                      base_quantity, billing_period, timing, dialect, performance_obligation_id, revenue_treatment,
                                      tax_category, anchor, start_date, billed_through, next_due)
              select gen_random_uuid(), agreement, subscription, 'BM01', line, 1, 'PLATFORM', 'Platform: ' || charge, 'bench-monthly', 1,
                     charge, 'RECURRING', 'PER_UNIT', 3, 10.00 + nth, 1, 'MONTH', 'IN_ADVANCE', 'ACTUAL', obligation,
                     'OVER_TIME_DAILY', 'S', '%3$s', '%3$s', '%3$s', '%3$s'
                from agreed join (values (1, 'main'), (2, 'seats'), (3, 'support')) charges (nth, charge) on nth <= 1 + i %% 3;
            insert into agreement_due
              select agreement_id, legal_entity_id, min(next_due) from order_charge
               where next_due is not null and not held group by agreement_id, legal_entity_id
              on conflict do nothing;
            """;

    private static final String METERED =
            """
            insert into order_charge (order_charge_id, agreement_id, subscription_id, legal_entity_id, line_id, line_number,
                                      product_id, description, plan_id, plan_version, charge_id, kind, pricing, quantity, unit_price,
                                      base_quantity, billing_period, timing, dialect, performance_obligation_id, revenue_treatment,
                                      tax_category, anchor, start_date, billed_through, next_due)
              select gen_random_uuid(), agreement_id, subscription_id, legal_entity_id, line_id, 2, product_id, 'Calls', 'bench-usage', 1,
                     'calls', 'USAGE', 'PER_UNIT', 1, 0.10, 1, 'MONTH', 'IN_ARREARS', 'ACTUAL', performance_obligation_id,
                     'OVER_TIME_DAILY', 'S', date '%1$s', date '%1$s', date '%1$s', date '%1$s' + interval '1 month'
                from order_charge where plan_id = 'bench-monthly' and charge_id = 'main'
            """;

    private static final int BATCH = 50_000;

    private final Connection database;
    private int size;

    Population(Connection database) {
        this.database = database;
    }

    int size() {
        return size;
    }

    /** From the day on each of them is charged for what it uses; gives their ids. */
    List<String> meter(LocalDate from) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            statement.execute(METERED.formatted(from));
            statement.execute("vacuum analyze order_charge");
            try (ResultSet rows =
                    statement.executeQuery("select subscription_id from order_charge where plan_id = 'bench-usage'")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Adds what is missing; what is added is due on the day for the first time. */
    void growTo(int wanted, LocalDate firstDue) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute(REFERENCE);
            while (size < wanted) {
                int next = Math.min(wanted, size + BATCH);
                statement.execute(AGREED.formatted(size + 1, next, firstDue));
                database.commit();
                size = next;
            }
            database.setAutoCommit(true);
            statement.execute("vacuum analyze agreement");
            statement.execute("vacuum analyze subscription");
            statement.execute("vacuum analyze order_charge");
            statement.execute("vacuum analyze agreement_due");
        }
    }
}
