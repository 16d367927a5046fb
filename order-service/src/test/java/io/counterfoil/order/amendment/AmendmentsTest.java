package io.counterfoil.order.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Stood;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.contract.ContractJson;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands of a line, and what takes an amendment of it back alone. */
class AmendmentsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final Amendments amendments = new Amendments();
    private final UUID contract = UUID.randomUUID();
    private final UUID line = UUID.randomUUID();

    AmendmentsTest() {
        amendments.database = POSTGRES.database();
        amendments.database.update(
                """
                insert into sales_order (order_id, order_number, state, channel, received_at, version)
                values (?, ?, 'RECEIVED', 'api', now(), 1)
                """,
                contract,
                contract.toString());
        amendments.database.update(
                """
                insert into contract (contract_id, contract_number, contract_version, order_id, customer_id, legal_entity_id, currency,
                                      start_date, term_months, transaction_price_minor, version)
                values (?, ?, 1, ?, ?, 'US01', 'USD', date '2026-01-01', 12, 1, 1)
                """,
                contract,
                contract.toString(),
                contract,
                contract);
    }

    @Test
    void a_line_has_the_product_of_its_last_upgrade_that_stands() {
        assertThat(amendments.productOf(line, null)).isEmpty();
        kept(AmendmentKind.UPGRADE, "COMPLETED", DAY, "GOLD");
        kept(AmendmentKind.UPGRADE, "COMPENSATED", DAY.plusDays(1), "DIAMOND");
        kept(AmendmentKind.ADD_ON, "COMPLETED", DAY.plusDays(1), "SUPPORT");
        kept(AmendmentKind.DOWNGRADE, "SCHEDULED", DAY.plusDays(9), "SILVER");
        assertThat(amendments.productOf(line, null)).contains("GOLD");
        assertThat(amendments.productOf(line, DAY.minusDays(1))).isEmpty();
        assertThat(amendments.productOf(line, DAY.plusDays(8))).contains("GOLD");
        assertThat(amendments.productOf(line, DAY.plusDays(9))).contains("SILVER");
    }

    @Test
    void one_is_not_taken_back_alone_from_under_a_later_one_of_the_same_day() {
        Amendment one = changed(AmendmentKind.QUANTITY, change(DAY, null, null), null);
        kept(AmendmentKind.CO_TERM, "COMPLETED", DAY, null);
        kept(AmendmentKind.ADD_ON, "COMPLETED", DAY, "SUPPORT");
        kept(AmendmentKind.PRICE, "COMPLETED", DAY.plusDays(1), null);
        kept(AmendmentKind.PRICE, "COMPENSATED", DAY, null);
        assertThat(amendments.standingOver(one)).isEmpty();
        String later = kept(AmendmentKind.PRICE, "COMPLETED", DAY, null);
        assertThat(amendments.standingOver(one)).contains(later);
    }

    @Test
    void what_was_to_come_after_the_end_of_the_contract_is_found() {
        kept(AmendmentKind.PRICE, "SCHEDULED", DAY.minusDays(1), null);
        kept(AmendmentKind.PRICE, "COMPLETED", DAY, null);
        kept(AmendmentKind.PRICE, "SCHEDULED", DAY, null);
        kept(AmendmentKind.PRICE, "AWAITING_CONFIRMATION", DAY.plusDays(3), null);
        assertThat(amendments.toCome(contract, DAY)).hasSize(2);
    }

    @Test
    void cycles_that_were_led_to_another_end_are_led_back() {
        LocalDate end = LocalDate.of(2027, 1, 1);
        Stood stood = new Stood("plan", "P", "1", "10", end);
        Amendment shorter = changed(AmendmentKind.CO_TERM, change(DAY, LocalDate.of(2026, 10, 1), true), stood);
        assertThat(shorter.opposite(stood).endDate()).isEqualTo(end);
        assertThat(shorter.opposite(stood).alignCycle()).isTrue();
    }

    @Test
    void a_subscription_is_over_by_a_day_on_which_it_serves_nothing_any_more() {
        assertThat(subscription("CANCELLED", DAY).isOverBy(DAY)).isTrue();
        assertThat(subscription("CANCELLED", DAY.plusDays(1)).isOverBy(DAY)).isFalse();
        assertThat(subscription("ACTIVE", DAY).isOverBy(DAY)).isFalse();
    }

    private Amendment changed(AmendmentKind kind, Change wanted, Stood before) {
        UUID id = EventIds.next();
        ContractJson known = new ContractJson(
                contract, "K-1", 1, contract, contract, "US01", "USD", DAY, DAY.plusYears(1), 12, null, List.of());
        Amendment amendment = new Amendment(id, "A-1", known, line, kind, wanted, true, "us", "c");
        amendment.previewed(
                subscription("ACTIVE", null),
                new io.counterfoil.order.billing.BillingJson.ChangePreview(
                        DAY, null, List.of(), null, null, null, List.of()));
        amendment.changed(new Changed(id, "APPLIED", DAY, null, before));
        return amendment;
    }

    private static Change change(LocalDate day, LocalDate end, Boolean align) {
        return new Change("QUANTITY", null, day, null, null, null, null, "5", null, end, null, align, null, "a test");
    }

    private static Subscription subscription(String state, LocalDate end) {
        return new Subscription(UUID.randomUUID(), "S-1", null, null, "P", "plan", DAY, end, "1", "10", "MONTH", state);
    }

    private String kept(AmendmentKind kind, String state, LocalDate day, String product) {
        UUID id = EventIds.next();
        Change wanted =
                new Change(kind.change(), id, day, null, null, product, null, null, null, null, null, null, null, null);
        amendments.database.update(
                """
                insert into amendment (amendment_id, amendment_number, contract_id, order_id, customer_id, line_id, kind, state,
                                       confirmed, wanted, effective_date, created_by, correlation_id, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, 'us', 'c', 1)
                """,
                id,
                id.toString(),
                contract,
                contract,
                contract,
                line,
                kind,
                state,
                Json.write(wanted),
                day);
        return id.toString();
    }
}
