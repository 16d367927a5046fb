package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What came off a line comes back with it, as much of it as of the line; what replaces it gets that much. */
class DiscountedChangesTest {
    private final LifeHouse life = new LifeHouse("2026-04-01").untaxed().plan("gold", "MONTH");

    @Test
    void an_amount_comes_back_by_the_days_and_goes_over_to_what_follows() {
        UUID month = life.subscribe("platform-monthly", "90.00");
        granted(month, "\"amounts\": [{\"amount\": \"9.00\", \"currency\": \"USD\"}]");
        life.at("2026-05-11");
        life.lines();
        life.change(month, ChangeKind.PLAN, Map.of("planId", "gold", "unitPrice", "180.00"));
        assertThat(life.lines())
                .as("21 of 31 days: 60.97 back with 6.10 of its discount, 121.94 with the same 6.10")
                .containsExactly(
                        "2026-05-11 REPAIR 2026-05-11/2026-06-01 -60.97",
                        "2026-05-11 RECURRING 2026-05-11/2026-06-01 121.94",
                        "2026-05-11 DISCOUNT 2026-05-11/2026-06-01 6.10",
                        "2026-05-11 DISCOUNT 2026-05-11/2026-06-01 -6.10");
        life.at("2026-06-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-06-01 RECURRING 2026-06-01/2026-07-01 180.00",
                        "2026-06-01 DISCOUNT 2026-06-01/2026-07-01 -9.00");
    }

    @Test
    void what_came_off_a_year_comes_back_after_the_discount_itself_is_over() {
        UUID year = life.subscribe("platform-annual", "365.00", Map.of("startDate", "2026-05-01"));
        granted(year, "\"percentage\": \"20\", \"periods\": 1");
        life.at("2026-05-11");
        assertThat(life.lines())
                .containsExactly(
                        "2026-05-01 RECURRING 2026-05-01/2027-05-01 365.00",
                        "2026-05-01 DISCOUNT 2026-05-01/2027-05-01 -73.00");
        life.change(year, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(life.lines())
                .as("355 of 365 days of 365.00 less 73.00")
                .containsExactly(
                        "2026-05-11 REPAIR 2026-05-11/2027-05-01 -355.00",
                        "2026-05-11 DISCOUNT 2026-05-11/2027-05-01 71.00");
    }

    @Test
    void repairs_one_after_the_other_give_back_exactly_what_had_come_off() {
        UUID month = life.subscribe("platform-monthly", "10.00", Map.of("startDate", "2026-05-01"));
        granted(month, "\"amounts\": [{\"amount\": \"0.10\", \"currency\": \"USD\"}]");
        for (String day : List.of("2026-05-03", "2026-05-07", "2026-05-19")) {
            life.at(day);
            life.change(month, ChangeKind.PAUSE, Map.of());
            life.change(month, ChangeKind.RESUME, Map.of());
        }
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "all", "effectiveDate", "2026-05-01"));
        assertThat(life.house.<String>one("select sum(net_minor) v from invoice_line where type = 'DISCOUNT'"))
                .isEqualTo("0");
        assertThat(life.house.<String>one("select sum(net_minor) v from invoice_line"))
                .isEqualTo("0");
    }

    @Test
    void a_voided_invoice_is_billed_again_with_its_discount_once() {
        UUID month = life.subscribe("platform-monthly", "90.00", Map.of("startDate", "2026-05-01"));
        granted(month, "\"amounts\": [{\"amount\": \"9.00\", \"currency\": \"USD\"}]");
        life.at("2026-05-01");
        life.lines();
        UUID invoice = UUID.fromString(life.house.one("select invoice_id::text v from invoice"));
        life.ask("voiding.VoidInvoice", invoice, "voiding.VoidingRequest", Map.of("reasonCode", "WRONG"));
        life.work();
        assertThat(life.lines())
                .containsExactly(
                        "2026-05-01 RECURRING 2026-05-01/2026-06-01 90.00",
                        "2026-05-01 DISCOUNT 2026-05-01/2026-06-01 -9.00");
        life.at("2026-06-01");
        assertThat(life.lines()).hasSize(2);
    }

    private void granted(UUID to, String terms) {
        life.house.database.update(
                "insert into subscription_discount values (?, 'd', null, '2026-05-01', ?::jsonb, now())",
                to,
                "{\"discountId\": \"d\", \"name\": \"D\", " + terms + "}");
    }
}
