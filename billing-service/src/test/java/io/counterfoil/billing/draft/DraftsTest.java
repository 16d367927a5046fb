package io.counterfoil.billing.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.draft.DraftJson.DraftRequest;
import io.counterfoil.billing.draft.DraftJson.OwnCharge;
import io.counterfoil.billing.draft.DraftJson.OwnType;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Drafts say what their invoice will, and a bill without tax waits and is never issued untaxed. */
class DraftsTest {
    private static final Line MONTHLY = new Line("platform-monthly", "3", "10.00", "2026-01-01", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private final DrawUpDraft drawUp = house.bean("draft.DrawUpDraft");
    private final IssueDraft issue = house.bean("draft.IssueDraft");
    private final DiscardDraft discard = house.bean("draft.DiscardDraft");
    private final DraftAmounts amounts = house.bean("draft.DraftAmounts");
    private final WaitingTaxTimer timer = house.bean("draft.WaitingTaxTimer");

    @Test
    void a_draft_is_issued_with_the_amounts_that_it_showed() {
        UUID agreement = agreement("CA");
        Draft draft = draft(agreement, charge(OwnType.CHARGE, "100.00"), charge(OwnType.ALLOWANCE, "20.00"));
        DraftJson.Amounts shown = house.inTransaction(() -> amounts.handle(draft));
        assertThat(shown.netAmount()).isEqualTo(Money.of("80.00", "USD"));
        assertThat(shown.totalAmount()).isEqualTo(Money.of("86.60", "USD"));
        house.inTransaction(() -> issue.handle(draft.draftId()));
        assertThat(house.<String>one(
                        "select payable_minor || ' ' || state v from invoice where invoice_id = ?", draft.draftId()))
                .isEqualTo("8660 ISSUED");
        assertThatThrownBy(() -> house.inTransaction(() -> issue.handle(draft.draftId())))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> house.inTransaction(() -> discard.handle(draft.draftId())))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_discarded_draft_gives_back_what_it_had_taken() {
        UUID agreement = agreement("CA");
        house.database.update(
                """
                insert into pending_item (item_id, agreement_id, due_on, item)
                select gen_random_uuid(), agreement_id, '2026-01-01', jsonb_build_object('itemId', gen_random_uuid(), 'type',
                    'ONE_TIME', 'agreementId', agreement_id, 'productId', 'P', 'description', 'Late', 'revenueTreatment',
                    'POINT_IN_TIME', 'quantity', jsonb_build_object('value', 1), 'unitPrice', jsonb_build_object('value', 5,
                    'baseQuantity', 1), 'net', jsonb_build_object('amount', '5.00', 'currency', 'USD'), 'taxCategory', 'S',
                    'dueOn', '2026-01-01') from agreement
                """);
        Draft draft = draft(agreement);
        assertThat(draft.items()).singleElement().satisfies(item -> assertThat(item.description())
                .isEqualTo("Late"));
        assertThatThrownBy(() -> draft(agreement)).isInstanceOf(NothingToBill.class);
        house.inTransaction(() -> discard.handle(draft.draftId()));
        assertThat(draft(agreement).items()).hasSize(1);
    }

    @Test
    void a_charge_is_above_zero_and_in_the_currency_of_the_agreement() {
        UUID agreement = agreement("CA");
        assertThatThrownBy(() -> draft(agreement, charge(OwnType.CHARGE, "0.00")))
                .isInstanceOf(Invalid.class);
        OwnCharge yen = new OwnCharge(OwnType.CHARGE, "Yen", null, Money.of("5", "JPY"), null);
        assertThatThrownBy(() -> draft(agreement, yen)).isInstanceOf(Invalid.class);
    }

    @Test
    void what_the_tax_source_does_not_answer_for_waits_and_its_neighbours_are_issued() {
        house.rate("US-NY", "S", "0.08875");
        house.database.update("update tax_rate set source = 'SUSPENDED' where jurisdiction = 'US-NY'");
        Envelope waits = order("O-1", "NY");
        Envelope goes = order("O-2", "CA");
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handleRun(List.of(waits, goes)));
        assertThat(house.<String>one("select order_number v from invoice")).isEqualTo("O-2");
        assertThat(state()).isEqualTo("WAITING_TAX 1");
        house.clockAt("2026-01-01T17:04:59Z");
        assertThat(house.inTransaction(timer::workOnce)).isFalse();
        house.clockAt("2026-01-01T17:05:00Z");
        assertThat(house.inTransaction(timer::workOnce)).isTrue();
        assertThat(state()).isEqualTo("WAITING_TAX 2");
        assertThat(timer.nextDue()).hasValueSatisfying(next -> assertThat(next).hasToString("2026-01-01T17:15:00Z"));
        house.database.update("update tax_rate set source = 'TABLE'");
        house.clockAt("2026-01-01T17:15:00Z");
        house.inTransaction(timer::workOnce);
        assertThat(state()).isEqualTo("ISSUED 2");
        assertThat(house.<String>one("select tax_minor v from invoice where order_number = 'O-1'"))
                .isEqualTo("266");
        assertThat(timer.nextDue()).isEmpty();
    }

    private UUID agreement(String region) {
        Envelope order = order("O-1", region);
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        house.inTransaction(() -> orders.handle(order));
        return BillingHouse.id(order);
    }

    private static Envelope order(String number, String region) {
        return BillingHouse.accepted(number, "US01", "USD", "US", region, MONTHLY);
    }

    private Draft draft(UUID agreement, OwnCharge... charges) {
        return house.inTransaction(() -> drawUp.handle(new DraftRequest(agreement, List.of(charges))));
    }

    private static OwnCharge charge(OwnType type, String amount) {
        return new OwnCharge(type, "Something", null, Money.of(amount, "USD"), null);
    }

    private String state() {
        return house.one("select state || ' ' || attempts v from invoice_draft");
    }
}
