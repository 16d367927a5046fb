package io.counterfoil.order.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestPostgres;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a contract must begin to renew, decided by the database. */
class RenewalsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate END = LocalDate.of(2027, 1, 1);

    private final Renewals renewals = new Renewals();

    RenewalsTest() {
        renewals.database = POSTGRES.database();
    }

    private UUID contract() {
        UUID id = UUID.randomUUID();
        renewals.database.update(
                """
                insert into sales_order (order_id, order_number, state, channel, received_at, version)
                values (?, ?, 'RECEIVED', 'api', now(), 1)
                """,
                id,
                id.toString());
        renewals.database.update(
                """
                insert into contract (contract_id, contract_number, contract_version, order_id, customer_id, legal_entity_id, currency,
                                      start_date, term_months, transaction_price_minor, version)
                values (?, ?, 1, ?, ?, 'US01', 'USD', date '2026-01-01', 12, 1, 1)
                """,
                id,
                id.toString(),
                id,
                id);
        return id;
    }

    @Test
    void so_many_days_before_the_end_and_once_for_each_term() {
        UUID contract = contract();
        RenewalTerms terms = new RenewalTerms(contract, RenewalMode.AUTO, 12, "5", 30, END, 1);
        renewals.write(terms);
        LocalDate day = END.minusDays(30);
        assertThat(renewals.nextDay()).contains(day);
        assertThat(renewals.due(day.minusDays(1))).isEmpty();
        assertThat(renewals.due(day)).contains(terms);
        renewals.database.update(
                """
                insert into renewal (renewal_id, renewal_number, contract_id, order_id, customer_id, mode, state, period_start,
                                     term_months, crm_system, crm_record, correlation_id, version)
                values (?, 'N', ?, ?, ?, 'QUOTE', 'OFFERED', ?, 12, 'salesforce', '006', 'c', 1)
                """,
                contract,
                contract,
                contract,
                contract,
                END);
        assertThat(renewals.due(day)).isEmpty();
        assertThat(renewals.outlived(END.minusDays(1))).isEmpty();
        assertThat(renewals.outlived(END)).contains(contract);
        assertThat(renewals.offeredBy("salesforce", "006")).contains(contract);
        assertThat(renewals.terms(contract)).contains(terms);
    }
}
