package io.counterfoil.order.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a contract must begin to renew, decided by the database. */
class RenewalsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Renewals renewals = new Renewals();

    RenewalsTest() {
        renewals.database = POSTGRES.database();
    }

    @BeforeEach
    void nothing_is_to_be_renewed() {
        renewals.database.update("truncate renewal, renewal_terms");
        renewals.database.update("truncate legal_entity");
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

    private UUID contract(RenewalMode mode, int noticeDays) {
        UUID contract = contract();
        renewals.write(new RenewalTerms(contract, mode, 12, "5", noticeDays, END, 1));
        return contract;
    }

    private void offered(UUID contract) {
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
    }

    private void seller(ZoneId zone) {
        renewals.database.update(
                """
                insert into legal_entity (legal_entity_id, name, country, functional_currency, time_zone, version)
                values ('US01', 'Seller', 'US', 'USD', ?, 1)
                """,
                zone.getId());
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant midnight(LocalDate day) {
        return midnight(day, ZoneId.of("UTC"));
    }

    @Test
    void so_many_days_before_the_end_and_once_for_each_term() {
        UUID contract = contract(RenewalMode.AUTO, 30);
        LocalDate day = END.minusDays(30);
        assertThat(renewals.next()).contains(midnight(day));
        assertThat(renewals.due(midnight(day).minusSeconds(1))).isEmpty();
        assertThat(renewals.due(midnight(day)))
                .contains(new RenewalTerms(contract, RenewalMode.AUTO, 12, "5", 30, END, 1));
        offered(contract);
        assertThat(renewals.due(midnight(day))).isEmpty();
        assertThat(renewals.next()).contains(midnight(END));
        assertThat(renewals.outlived(midnight(END).minusSeconds(1))).isEmpty();
        assertThat(renewals.outlived(midnight(END))).contains(contract);
        assertThat(renewals.offeredBy("salesforce", "006")).contains(contract);
        assertThat(renewals.terms(contract)).isPresent();
    }

    @Test
    void without_notice_it_begins_on_the_last_day_while_there_is_something_to_extend() {
        seller(TOKYO);
        contract(RenewalMode.AUTO, 0);
        Instant lastDay = midnight(END.minusDays(1), TOKYO);
        assertThat(renewals.next()).contains(lastDay);
        assertThat(renewals.due(lastDay.minusSeconds(1))).isEmpty();
        assertThat(renewals.due(lastDay)).isPresent();
    }

    @Test
    void days_are_those_of_the_customer_else_of_the_seller() {
        seller(TOKYO);
        UUID contract = contract(RenewalMode.QUOTE, 30);
        assertThat(renewals.next()).contains(midnight(END.minusDays(30), TOKYO));
        renewals.database.update("update sales_order set time_zone = ? where order_id = ?", NEW_YORK.getId(), contract);
        assertThat(renewals.next()).contains(midnight(END.minusDays(30), NEW_YORK));
        offered(contract);
        assertThat(renewals.next()).contains(midnight(END, NEW_YORK));
        assertThat(renewals.outlived(midnight(END, NEW_YORK).minusSeconds(1))).isEmpty();
        assertThat(renewals.outlived(midnight(END, NEW_YORK))).contains(contract);
    }

    @Test
    void what_was_taken_back_does_not_renew() {
        UUID contract = contract(RenewalMode.AUTO, 30);
        renewals.database.update(
                """
                update sales_order set state = 'CANCELLED', reason = 'left', customer_id = order_id, contract_id = order_id,
                  bill_to = '{}', legal_entity_id = 'US01', currency = 'USD', accepted_at = now() where order_id = ?
                """,
                contract);
        assertThat(renewals.due(midnight(END))).isEmpty();
        assertThat(renewals.next()).isEmpty();
        assertThat(renewals.isOver(contract)).isTrue();
    }
}
