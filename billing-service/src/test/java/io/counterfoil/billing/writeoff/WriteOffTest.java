package io.counterfoil.billing.writeoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.writeoff.WriteOffJson.Decision;
import io.counterfoil.billing.writeoff.WriteOffJson.Proposal;
import io.counterfoil.billing.writeoff.WriteOffJson.Verdict;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Giving up an invoice of 108.25, on a real database. */
class WriteOffTest {
    private final BillingHouse house = new BillingHouse().furnished();
    private final UUID invoice;

    WriteOffTest() {
        EventHandler orders = house.bean("billingrun.BillAcceptedOrders");
        Envelope accepted =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "100.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.handle(accepted));
        house.database.update("truncate outbox");
        invoice = UUID.fromString(house.one("select invoice_id::text v from invoice"));
    }

    @Test
    void who_proposed_it_can_not_approve_it() {
        WriteOff proposal = propose();
        assertThat(proposal.state()).isEqualTo(WriteOff.State.PROPOSED);
        assertThatThrownBy(() -> decide(proposal, Verdict.APPROVE)).isInstanceOf(SecondPersonRequired.class);
        assertThat(house.told()).isEmpty();
    }

    @Test
    void approved_by_another_it_settles_what_is_open() {
        WriteOff proposal = propose();
        house.database.update("update write_off set proposed_by = 'somebody else'");
        WriteOff approved = decide(proposal, Verdict.APPROVE);
        assertThat(approved.amount()).isEqualTo(Money.of("108.25", "USD"));
        assertThat(house.<String>one("select state || ' ' || open_minor v from invoice"))
                .isEqualTo("WRITTEN_OFF 0");
        assertThat(house.<String>one("select kind || ' ' || amount_minor v from invoice_settlement"))
                .isEqualTo("WRITE_OFF 10825");
        assertThat(house.told()).containsExactly("invoice.written-off");
        assertThatThrownBy(() -> decide(proposal, Verdict.REJECT)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void rejected_it_changes_nothing_and_may_be_proposed_again() {
        assertThat(decide(propose(), Verdict.REJECT).state()).isEqualTo(WriteOff.State.REJECTED);
        assertThat(house.told()).isEmpty();
        assertThat(propose().state()).isEqualTo(WriteOff.State.PROPOSED);
        assertThatThrownBy(this::propose).isInstanceOf(NothingToWriteOff.class);
    }

    @Test
    void what_is_disputed_is_left_out_and_stays_open_until_that_is_decided() {
        dispute("30.00");
        WriteOff proposal = propose();
        assertThat(proposal.amount()).isEqualTo(Money.of("78.25", "USD"));
        house.database.update("update write_off set proposed_by = 'somebody else'");
        decide(proposal, Verdict.APPROVE);
        assertThat(standing()).isEqualTo("PARTIALLY_PAID 3000");
        assertThat(house.<String>one("select data v from outbox where type like '%written-off%'"))
                .contains("\"amount\":{\"amount\":\"78.25\"")
                .contains("\"openAmount\":{\"amount\":\"30.00\"");
        assertThatThrownBy(this::propose).isInstanceOf(NothingToWriteOff.class);
        house.database.update(
                "update invoice_dispute set state = 'REJECTED', decided_by = 'x', decided_on = '2026-01-03'");
        WriteOff rest = propose();
        assertThat(rest.amount()).isEqualTo(Money.of("30.00", "USD"));
        house.database.update("update write_off set proposed_by = 'somebody else'");
        decide(rest, Verdict.APPROVE);
        assertThat(standing()).isEqualTo("WRITTEN_OFF 0");
        recover("78.25");
        assertThat(standing()).isEqualTo("PARTIALLY_PAID 0");
        recover("30.00");
        assertThat(standing()).isEqualTo("PAID 0");
    }

    @Test
    void one_payment_makes_good_all_that_was_given_up_in_parts() {
        dispute("30.00");
        approve(propose());
        house.database.update(
                "update invoice_dispute set state = 'REJECTED', decided_by = 'x', decided_on = '2026-01-03'");
        approve(propose());
        recover("100.00");
        assertThat(
                        house.<String>one(
                                "select string_agg(recovered_minor::text, ' ' order by decided_at, write_off_id) v from write_off"))
                .isEqualTo("7825 2175");
        assertThatThrownBy(() -> recover("8.26")).isInstanceOf(AmountExceedsWriteOff.class);
        recover("8.25");
        assertThat(standing()).isEqualTo("PAID 0");
    }

    private void approve(WriteOff proposal) {
        house.database.update("update write_off set proposed_by = 'somebody else'");
        decide(proposal, Verdict.APPROVE);
    }

    @Test
    void a_dispute_that_comes_before_the_decision_is_left_out_of_it() {
        WriteOff proposal = propose();
        dispute("108.25");
        house.database.update("update write_off set proposed_by = 'somebody else'");
        assertThatThrownBy(() -> decide(proposal, Verdict.APPROVE)).isInstanceOf(NothingToWriteOff.class);
        assertThat(standing()).isEqualTo("ISSUED 10825");
    }

    private void dispute(String amount) {
        house.database.update(
                """
                insert into invoice_dispute (dispute_id, invoice_id, customer_id, currency, amount_minor, reason_code, state,
                    opened_by, opened_on, version)
                select gen_random_uuid(), invoice_id, customer_id, 'USD', ?, 'X', 'OPENED', 'x', '2026-01-02', 1 from invoice
                """,
                Money.of(amount, "USD").minor());
    }

    private String standing() {
        return house.one("select state || ' ' || open_minor v from invoice");
    }

    @Test
    void money_that_comes_later_makes_it_good_in_parts() {
        WriteOff proposal = propose();
        house.database.update("update write_off set proposed_by = 'somebody else'");
        decide(proposal, Verdict.APPROVE);
        recover("8.25");
        assertThat(house.<String>one("select state || ' ' || open_minor v from invoice"))
                .isEqualTo("PARTIALLY_PAID 0");
        recover("100.00");
        assertThat(house.<String>one("select state || ' ' || open_minor v from invoice"))
                .isEqualTo("PAID 0");
        assertThat(house.told()).containsExactly("invoice.written-off", "invoice.recovered", "invoice.recovered");
        assertThatThrownBy(() -> recover("0.01")).isInstanceOf(AmountExceedsWriteOff.class);
    }

    private void recover(String amount) {
        house.inTransaction(() -> {
            Invoice given = house.beans.get(Invoices.class).lock(invoice).orElseThrow();
            house.beans
                    .get(WriteOffs.class)
                    .recover(given, EventIds.next(), EventIds.next(), Money.of(amount, "USD"), EventIds.next());
        });
    }

    private WriteOff propose() {
        return house.inTransaction(() -> house.beans
                .get(ProposeWriteOff.class)
                .handle(new Proposal(invoice, "UNCOLLECTIBLE", "The debtor is insolvent")));
    }

    private WriteOff decide(WriteOff proposal, Verdict verdict) {
        return house.inTransaction(
                () -> house.beans.get(DecideWriteOff.class).handle(proposal.writeOffId(), new Decision(verdict)));
    }
}
