package io.counterfoil.billing.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Items wait for the next invoice, come with it once, and take back no more of a line than was billed. */
class PendingItemsTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final PendingItems pending = house.beans.get(PendingItems.class);

    @Test
    void what_waits_comes_out_only_once_and_names_itself_as_what_may_have_been_earned_before() {
        UUID agreement = agreement();
        BillableItem item = item(agreement, "2026-02-01", ItemType.RECURRING, null, "249.95");
        pending.add(List.of(item, item));
        assertThat(pending.of(agreement)).containsExactly(item);
        assertThat(pending.claim(List.of(agreement), LocalDate.parse("2026-01-31")))
                .isEmpty();
        assertThat(pending.claim(List.of(agreement), LocalDate.parse("2026-02-01")))
                .containsEntry(agreement, List.of(item.havingWaited()));
        assertThat(item.havingWaited().accrualIds()).endsWith(item.itemId());
        assertThat(pending.of(agreement)).isEmpty();
    }

    @Test
    void the_database_takes_back_no_more_of_a_line_than_was_billed() {
        agreement();
        String line = house.one("select line_id::text v from invoice_line");
        takeBack(line, 90000);
        assertThatThrownBy(() -> takeBack(line, 30001)).hasStackTraceContaining("beyond what is left");
        takeBack(line, 30000);
    }

    @Test
    void a_repair_names_its_line_and_is_never_above_zero() {
        UUID some = EventIds.next();
        assertThatThrownBy(() -> item(some, "2026-02-01", ItemType.REPAIR, null, "-1.00"))
                .hasMessageContaining("names the line");
        assertThatThrownBy(() -> item(some, "2026-02-01", ItemType.REPAIR, some, "1.00"))
                .hasMessageContaining("takes back");
    }

    private void takeBack(String line, long minor) {
        house.inTransaction(() -> house.database.update(
                "insert into line_reduction values (?::uuid, gen_random_uuid(), ?)", line, minor));
    }

    private UUID agreement() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Envelope order = BillingHouse.accepted(
                "O-1", new BillingHouse.Line("platform-annual", "1", "1200.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.handleRun(List.of(order)));
        return BillingHouse.id(order);
    }

    private static BillableItem item(UUID agreement, String due, ItemType type, UUID original, String net) {
        return new BillableItem(
                EventIds.next(),
                type,
                agreement,
                null,
                null,
                null,
                "main",
                "PLATFORM",
                "Platform",
                "platform-monthly",
                "platform-monthly/1/main",
                null,
                RevenueTreatment.OVER_TIME_DAILY,
                new ServicePeriod(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-28")),
                Quantity.of("1.50"),
                UnitPrice.of("0.12120", "100"),
                Money.of(net, "USD"),
                TaxCategory.S,
                original,
                List.of(EventIds.next()),
                LocalDate.parse(due));
    }
}
