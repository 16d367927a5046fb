package io.counterfoil.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.common.event.EventHandler;
import org.junit.jupiter.api.Test;

/** An invoice uses the credit of its customer when it is issued: first what was granted, then what was bought before. */
class CreditAtIssueTest {
    private static final Line PLATFORM = new Line("platform-annual", "1", "1200.00", "2026-01-01", "2027-01-01");

    private final BillingHouse house = new BillingHouse().furnished();
    private final EventHandler orders = house.bean("billingrun.BillAcceptedOrders");

    @Test
    void customer_credit_settles_a_part_and_prepaid_credit_lowers_what_is_to_be_paid() {
        credit("CUSTOMER_CREDIT", 29900);
        credit("PREPAID", 30000);
        issue();
        assertThat(invoice()).isEqualTo("net 120000 tax 9900 prepaid 30000 payable 99900 open 70000 PARTIALLY_PAID");
        assertThat(house.<String>one("select data v from outbox where type like '%invoice.issued%'"))
                .contains(
                        "\"prepaidAmount\":{\"amount\":\"300.00\"",
                        "\"creditsApplied\":[{\"creditId\"",
                        "\"amount\":{\"amount\":\"299.00\"");
        assertThat(house.<String>one("select string_agg(remaining_minor::text, ',') v from customer_credit"))
                .isEqualTo("0,0");
    }

    @Test
    void more_credit_than_is_owed_pays_all_of_it_and_stays_for_the_next_invoice() {
        credit("CUSTOMER_CREDIT", 200000);
        issue();
        assertThat(invoice()).isEqualTo("net 120000 tax 9900 prepaid 0 payable 129900 open 0 PAID");
        assertThat(house.told()).containsExactly("subscription.activated", "invoice.issued", "invoice.paid");
        issue();
        assertThat(house.<String>one("select sum(open_minor) v from invoice")).isEqualTo("59800");
    }

    @Test
    void what_is_to_be_paid_is_rounded_to_the_step_of_the_policy() {
        house.database.update(
                """
                insert into policy_value values ('rounding.payable', 'LEGAL_ENTITY', 'US01', 1, 'USD 5.00', '2020-01-01', null,
                                                 'tester', now())
                """);
        issue();
        assertThat(house.<String>one("select payable_minor || ' ' || rounding_minor v from invoice"))
                .isEqualTo("130000 100");
        assertThat(house.<String>one("select policy_versions ->> 'rounding.payable' v from invoice"))
                .isEqualTo("USD 5.00@LEGAL_ENTITY/US01/1");
    }

    private void issue() {
        house.inTransaction(
                () -> orders.handle(BillingHouse.accepted("O-" + house.told().size(), PLATFORM)));
    }

    private void credit(String kind, long minor) {
        house.database.update(
                """
                insert into customer_credit (credit_id, legal_entity_id, customer_id, currency, kind, origin, state,
                    amount_minor, remaining_minor, reason_code, requested_by, effective_date, effective_at, correlation_id,
                    version)
                values (gen_random_uuid(), 'US01', ?::uuid, 'USD', ?, 'GRANT', 'GRANTED', ?, ?, 'GOODWILL', 'tester',
                        '2026-01-01', now(), 'c', 1)
                """,
                BillingHouse.CUSTOMER,
                kind,
                minor,
                minor);
    }

    private String invoice() {
        return house.one(
                """
                select 'net ' || net_minor || ' tax ' || tax_minor || ' prepaid ' || prepaid_minor || ' payable ' || payable_minor
                       || ' open ' || open_minor || ' ' || state v from invoice order by invoice_number limit 1
                """);
    }
}
