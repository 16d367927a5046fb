package io.counterfoil.warehouse.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.money.Money;
import io.counterfoil.warehouse.Samples;
import io.counterfoil.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Facts.FactFilter ANY = new Facts.FactFilter(null, null, null, null, null, null);

    private final Warehouse warehouse = new Warehouse();
    private final Facts facts = warehouse.beans.get(Facts.class);

    private <T extends FactJson.Wire> List<T> all(FactKind kind, Class<T> type) {
        return facts.page(kind, ANY, null, 500).items().stream().map(type::cast).toList();
    }

    private static <T> Money sum(List<T> facts, Function<T, Money> amount) {
        return facts.stream().map(amount).reduce(Money.zero("USD"), Money::plus);
    }

    @Test
    void an_accepted_order_becomes_its_bookings() {
        warehouse.take(Samples.orderAccepted());
        List<FactJson.Booking> bookings = all(FactKind.BOOKINGS, FactJson.Booking.class);
        assertThat(bookings).extracting(FactJson.Booking::productId).containsExactly("PLATFORM", "SETUP");
        assertThat(sum(bookings, FactJson.Booking::amount)).isEqualTo(Money.of("1700.00", "USD"));
    }

    @Test
    void the_billings_of_an_invoice_add_up_to_its_payable_amount() {
        warehouse.take(Samples.changed(Samples.invoiceIssued(), 4, data -> {
            data.withObject("/prepaidAmount").put("amount", "40.00");
            data.withObject("/payableRoundingAmount").put("amount", "-0.25");
            data.withObject("/payableAmount").put("amount", "1800.00");
        }));
        List<FactJson.Billing> billings = all(FactKind.BILLINGS, FactJson.Billing.class);
        assertThat(billings)
                .extracting(FactJson.Billing::component)
                .containsExactly("LINE", "LINE", "PREPAID", "ROUNDING");
        assertThat(sum(billings, FactJson.Billing::netAmount).plus(sum(billings, FactJson.Billing::taxAmount)))
                .isEqualTo(Money.of("1800.00", "USD"));
    }

    @Test
    void an_application_is_one_cash_fact_although_it_is_told_twice() {
        warehouse.take(Samples.paymentApplied(), Samples.paymentSettled());
        assertThat(all(FactKind.CASH, FactJson.Cash.class))
                .extracting(FactJson.Cash::kind)
                .containsExactlyInAnyOrder("PAYMENT", "APPLICATION");
    }

    @Test
    void what_is_applied_later_out_of_unapplied_cash_is_a_cash_fact_of_its_own() {
        warehouse.take(Samples.changed(Samples.paymentApplied(), 9, data -> data.put("fromUnapplied", true)
                .put("applicationId", Samples.ORDER_ID)));
        assertThat(all(FactKind.CASH, FactJson.Cash.class))
                .extracting(FactJson.Cash::kind)
                .containsExactly("APPLICATION");
    }

    @Test
    void journal_and_revenue_are_facts_with_their_origin() {
        warehouse.take(Samples.journalPosted(), Samples.revenueRecognised());
        assertThat(all(FactKind.JOURNAL, FactJson.Journal.class)).hasSize(4).allSatisfy(posting -> {
            assertThat(posting.causePosition()).isPositive();
            assertThat(posting.origin().eventId())
                    .isEqualTo(Samples.journalPosted().id());
        });
        assertThat(all(FactKind.REVENUE, FactJson.Revenue.class))
                .extracting(FactJson.Revenue::amount)
                .containsExactly(Money.of("101.92", "USD"));
    }

    @Test
    void any_order_and_any_repetition_give_the_same_facts() {
        warehouse.take(Samples.story());
        List<Long> expected = counts(warehouse);
        for (int seed = 1; seed <= 5; seed++) {
            Warehouse other = new Warehouse();
            List<Envelope> events = new ArrayList<>(Samples.story());
            events.addAll(Samples.story());
            Collections.shuffle(events, new Random(seed));
            events.forEach(other::take);
            assertThat(counts(other)).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static List<Long> counts(Warehouse warehouse) {
        return List.of("booking_fact", "billing_fact", "cash_fact", "revenue_fact", "journal_fact").stream()
                .map(warehouse::count)
                .toList();
    }

    @Test
    void yen_have_no_minor_units_and_dinars_three() {
        assertThat(minor("1000", "JPY")).isEqualTo(1000);
        assertThat(minor("-1.234", "KWD")).isEqualTo(-1234);
        assertThat(minor("249.95", "USD")).isEqualTo(24995);
        for (String wrong : List.of("249.9", "249", "1e3", "", "249.950")) {
            assertThatThrownBy(() -> minor(wrong, "USD")).as(wrong).hasMessageContaining("not an amount");
        }
    }

    private long minor(String amount, String currency) {
        return warehouse
                .database
                .query("select minor_units(jsonb_build_object('amount', ?, 'currency', ?)) as m", amount, currency)
                .one(row -> row.longValue("m"))
                .orElseThrow();
    }

    @Test
    void a_lost_fact_is_made_anew_for_one_document() {
        warehouse.take(Samples.story());
        List<Long> before = counts(warehouse);
        warehouse.database.update("delete from billing_fact where line_number = 2");
        warehouse.database.update("update journal_fact set amount_minor = amount_minor + 1");
        RebuildFacts.Rebuilt rebuilt = warehouse
                .postgres
                .transactions()
                .fresh(() -> warehouse.beans.get(RebuildFacts.class).handle(Samples.INVOICE_NUMBER));
        assertThat(rebuilt.written()).isGreaterThan(rebuilt.removed());
        assertThat(counts(warehouse)).isEqualTo(before);
    }

    @Test
    void all_facts_are_made_anew_from_the_archive() {
        warehouse.take(Samples.story());
        List<Long> before = counts(warehouse);
        warehouse.database.update("delete from booking_fact");
        warehouse.database.update("delete from cash_fact");
        warehouse
                .postgres
                .transactions()
                .fresh(() -> warehouse.beans.get(RebuildFacts.class).handle());
        assertThat(counts(warehouse)).isEqualTo(before);
    }

    @Test
    void an_unknown_document_can_not_be_rebuilt() {
        RebuildFacts rebuild = warehouse.beans.get(RebuildFacts.class);
        assertThatThrownBy(() -> rebuild.handle("US01-2026-999999")).isInstanceOf(NotFound.class);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 1; i <= 5; i++) {
            warehouse.take(Samples.otherInvoice(i, i));
        }
        List<FactJson.Wire> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<FactJson.Wire> page = facts.page(FactKind.BILLINGS, ANY, cursor, 3);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
        assertThatThrownBy(() -> facts.page(FactKind.BILLINGS, ANY, "bogus!", 3))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void facts_can_be_asked_by_entity_currency_customer_document_and_date() {
        warehouse.take(Samples.story());
        warehouse.take(Samples.reversals());
        for (FactKind kind : FactKind.values()) {
            assertThat(facts.page(kind, new Facts.FactFilter("US01", "USD", null, null, null, null), null, 50)
                            .items())
                    .as(kind.name())
                    .isNotEmpty();
            assertThat(facts.page(kind, new Facts.FactFilter("DE01", null, null, null, null, null), null, 50)
                            .items())
                    .isEmpty();
        }
        Facts.FactFilter ofInvoice = new Facts.FactFilter(
                null, null, null, Samples.INVOICE_NUMBER, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        assertThat(facts.page(FactKind.BILLINGS, ofInvoice, null, 50).items()).hasSize(2);
    }
}
