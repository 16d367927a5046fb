package io.counterfoil.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A parent pays for two children; a third customer pays for itself. */
class RollUpTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final BillingHouse house = new BillingHouse().furnished();
    private final Agreement parent = agreement("USD");
    private final Agreement first = agreement("USD");
    private final Agreement second = agreement("USD");
    private final Agreement stranger = agreement("USD");

    @Test
    void what_the_children_use_is_on_one_bill_of_the_parent() {
        kept(parent, first, second, stranger);
        paidByParent(first);
        paidByParent(second);
        List<Bill> bills =
                together(bill(first, "10.00"), bill(stranger, "1.00"), bill(parent, "5.00"), bill(second, "20.00"));
        assertThat(bills).hasSize(2);
        assertThat(bills.get(0).agreement()).isEqualTo(stranger);
        assertThat(bills.get(1).agreement()).isEqualTo(parent);
        assertThat(bills.get(1).items())
                .extracting(item -> item.net().amount())
                .containsExactly("10.00", "5.00", "20.00");
        assertThat(bills.get(1).items()).extracting(BillableItem::agreementId).contains(first.agreementId());
    }

    @Test
    void a_payer_that_can_not_be_billed_there_leaves_each_to_itself() {
        Agreement yen = agreement("JPY");
        kept(yen, first);
        house.database.update(
                "insert into billing_profile values (?, ?, null, 1)", first.customerId(), yen.customerId());
        assertThat(together(bill(first, "10.00"))).extracting(Bill::agreement).containsExactly(first);
    }

    @Test
    void without_profiles_nothing_changes() {
        List<Bill> bills = List.of(bill(first, "1.00"), bill(second, "2.00"));
        assertThat(house.beans.get(RollUp.class).together(bills)).isSameAs(bills);
    }

    private List<Bill> together(Bill... bills) {
        return house.inTransaction(() -> house.beans.get(RollUp.class).together(List.of(bills)));
    }

    private void kept(Agreement... agreements) {
        house.inTransaction(() -> house.beans.get(Agreements.class).addAll(List.of(agreements)));
    }

    private void paidByParent(Agreement child) {
        house.database.update(
                "insert into billing_profile values (?, ?, null, 1)", child.customerId(), parent.customerId());
    }

    private static Agreement agreement(String currency) {
        UUID id = EventIds.next();
        BillTo billTo =
                new BillTo("Sample " + id, List.of(), new BillTo.Address(null, null, null, "CA", null, "US"), null);
        return new Agreement(
                id,
                null,
                null,
                EventIds.next(),
                1,
                EventIds.next(),
                "US01",
                currency,
                null,
                30,
                billTo,
                "c",
                null,
                null,
                null);
    }

    private static Bill bill(Agreement agreement, String net) {
        BillableItem item = new BillableItem(
                EventIds.next(),
                ItemType.CHARGE,
                agreement.agreementId(),
                null,
                null,
                null,
                null,
                "SEAT",
                "Seat",
                null,
                null,
                null,
                RevenueTreatment.POINT_IN_TIME,
                null,
                Quantity.of("1"),
                UnitPrice.of(net),
                Money.of(net, agreement.currency()),
                TaxCategory.S,
                null,
                List.of(),
                DAY);
        return new Bill(agreement, List.of(item), DAY, EventIds.next(), Cause.continuing("c"));
    }
}
