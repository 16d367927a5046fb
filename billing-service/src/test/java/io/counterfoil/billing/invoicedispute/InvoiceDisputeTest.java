package io.counterfoil.billing.invoicedispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.dunning.Dunning;
import io.counterfoil.billing.invoicedispute.DisputeJson.Claim;
import io.counterfoil.billing.invoicedispute.DisputeJson.Decision;
import io.counterfoil.billing.invoicedispute.DisputeJson.Verdict;
import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer disputes a part of an invoice of 108.25 that is dunned, on a real database. */
class InvoiceDisputeTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final UUID invoice;

    InvoiceDisputeTest() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.handle(accepted));
        invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
        house.database.update(
                "insert into number_series values ('US01', 'CM', '381', '{entity}-CM-{year}-{number:6}', 1, 1)");
        house.database.update(
                "insert into dunning_policy values ('p', 1, null, null, '2020-01-01', null, 30, '[]', now())");
        house.database.update(
                "insert into dunning_case (invoice_id, legal_entity_id, agreement_id, policy_id, policy_version, due_date, next_on, state)"
                        + " select invoice_id, legal_entity_id, agreement_id, 'p', 1, due_date, '2026-03-02', 'OPEN' from invoice");
        house.database.update("truncate outbox");
        house.clockAt("2026-02-10T20:00:00Z");
    }

    @Test
    void dunning_waits_while_it_is_open_and_goes_on_later_when_it_was_rejected() {
        InvoiceDispute dispute = dispute("108.25");
        assertThat(dunned()).isEqualTo("PAUSED 2026-03-02");
        house.clockAt("2026-02-15T20:00:00Z");
        assertThat(decide(dispute, Verdict.REJECT).state()).isEqualTo(State.REJECTED);
        assertThat(dunned()).isEqualTo("OPEN 2026-03-07");
        assertThat(house.told()).containsExactly("invoice.disputed", "invoice.disputed");
        assertThat(house.<String>one("select open_minor::text v from invoice")).isEqualTo("10825");
    }

    @Test
    void of_a_part_that_is_disputed_the_rest_is_dunned_on() {
        dispute("8.25");
        assertThat(dunned()).isEqualTo("OPEN 2026-03-02");
    }

    @Test
    void accepted_it_is_taken_back_by_a_credit_memo() {
        InvoiceDispute accepted = decide(dispute("8.25"), Verdict.ACCEPT);
        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThat(accepted.memoId()).isNotNull();
        assertThat(house.<String>one("select open_minor::text v from invoice")).isEqualTo("10000");
        assertThat(house.told()).contains("invoice.disputed", "creditmemo.issued");
        assertThatThrownBy(() -> decide(accepted, Verdict.REJECT)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> dispute("108.26")).isInstanceOf(DisputeExceedsOpen.class);
        assertThatThrownBy(() -> dispute("0.00")).isInstanceOf(DisputeExceedsOpen.class);
        assertThatThrownBy(() -> open(Money.of("8", "JPY"))).isInstanceOf(Invalid.class);
        dispute("1.00");
        assertThatThrownBy(() -> dispute("1.00")).isInstanceOf(AlreadyDisputed.class);
        assertThat(house.beans.get(Dunning.class)).isNotNull();
    }

    private InvoiceDispute dispute(String amount) {
        return open(Money.of(amount, "USD"));
    }

    private InvoiceDispute open(Money amount) {
        return house.inTransaction(
                () -> house.beans.get(OpenDispute.class).handle(new Claim(invoice, amount, "WRONG_QUANTITY", null)));
    }

    private InvoiceDispute decide(InvoiceDispute dispute, Verdict verdict) {
        return house.inTransaction(
                () -> house.beans.get(DecideDispute.class).handle(dispute.disputeId(), new Decision(verdict, null)));
    }

    private String dunned() {
        return house.one("select state || ' ' || next_on v from dunning_case");
    }
}
