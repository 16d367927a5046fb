package io.counterfoil.customer.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.credit.CreditVerdict.Decision;
import io.counterfoil.customer.credit.CreditVerdict.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exposure is the same in whatever order the facts of two producers come. */
class ExposureTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final UUID CUSTOMER = UUID.fromString("0190a1b2-0001-7000-8000-000000000001");
    private static final UUID PARENT = UUID.fromString("0190a1b2-0001-7000-8000-000000000009");

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final FollowExposure follow = beans.get(FollowExposure.class);
    private final CheckCredit check = beans.get(CheckCredit.class);
    private final CreditBook book = beans.get(CreditBook.class);

    @BeforeEach
    void two_customers_and_no_business() {
        POSTGRES.database()
                .update(
                        "truncate credit_receivable, credit_commitment, credit_terms, customer_relationship, credit_tax, credit_cash,"
                                + " credit_rate");
        for (UUID id : List.of(CUSTOMER, PARENT)) {
            POSTGRES.database()
                    .update(
                            """
                            insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                                  created_at, changed_at)
                            values (?, ?, 1, 'ACTIVE', 'Northwind', 30, 'northwind', now(), now()) on conflict do nothing
                            """,
                            id,
                            "C-" + id);
        }
    }

    @Test
    void an_accepted_order_becomes_unbilled_then_a_receivable_and_is_gone_when_it_is_paid() {
        take("order-accepted.v1", "/order", 1);
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "1700.00"));
        take("subscription-activated.v1", "/billing", 1);
        assertThat(exposure()).isEqualTo(figures("0.00", "1700.00", "0.00"));
        take("invoice-issued.v1", "/billing", 2);
        assertThat(exposure()).isEqualTo(figures("1840.25", "0.00", "0.00"));
        take("payment-applied.v1", "/billing", 3);
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "0.00"));
    }

    @Test
    void the_order_in_which_facts_come_does_not_matter() {
        long seed = Long.getLong("counterfoil.seed", 7);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        record Arrival(String example, String source, long position) {}
        List<Arrival> facts = new ArrayList<>(List.of(
                new Arrival("order-accepted.v1", "/order", 1),
                new Arrival("subscription-activated.v1", "/billing", 1),
                new Arrival("invoice-issued.v1", "/billing", 2),
                new Arrival("creditmemo-issued.v1", "/billing", 3)));
        for (int i = 0; i < 24; i++) {
            two_customers_and_no_business();
            Collections.shuffle(facts, random);
            facts.forEach(fact -> take(fact.example(), fact.source(), fact.position()));
            assertThat(exposure()).as(facts.toString()).isEqualTo(figures("1299.00", "0.00", "0.00"));
        }
    }

    @Test
    void a_run_of_facts_comes_to_the_same_as_one_after_the_other() {
        follow.handleRun(List.of(
                event("creditmemo-issued.v1", "/billing", 3),
                event("order-accepted.v1", "/order", 1),
                event("subscription-activated.v1", "/billing", 1),
                event("invoice-issued.v1", "/billing", 2)));
        assertThat(exposure()).isEqualTo(figures("1299.00", "0.00", "0.00"));
        follow.handleRun(
                List.of(event("invoice-issued.v1", "/billing", 2), event("payment-applied.v1", "/billing", 4)));
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "0.00"));
    }

    @Test
    void what_credit_of_the_customer_pays_is_open_no_longer() {
        take("invoice-issued.v1", "/billing", 2);
        take("credit-applied.v1", "/billing", 3);
        assertThat(exposure()).isEqualTo(figures("1740.25", "0.00", "0.00"));
    }

    @Test
    void what_a_voided_invoice_had_billed_is_unbilled_again() {
        take("order-accepted.v1", "/order", 1);
        take("subscription-activated.v1", "/billing", 1);
        take("invoice-issued.v1", "/billing", 2);
        take("invoice-voided.v1", "/billing", 3);
        assertThat(exposure()).isEqualTo(figures("0.00", "1840.25", "0.00"));
    }

    @Test
    void by_policy_a_credit_note_stands_for_a_void_and_another_memo_does_not() {
        take("order-accepted.v1", "/order", 1);
        take("subscription-activated.v1", "/billing", 1);
        take("invoice-issued.v1", "/billing", 2);
        follow.handle(changed(event("creditmemo-issued.v1", "/billing", 3), data -> data.putObject("policyVersions")
                .put("void.mode", "CREDIT_NOTE@1")));
        assertThat(exposure()).isEqualTo(figures("1299.00", "541.25", "0.00"));
        take("creditmemo-issued.v1", "/billing", 4);
        assertThat(exposure()).isEqualTo(figures("1299.00", "541.25", "0.00"));
    }

    @Test
    void a_change_of_a_subscription_changes_what_is_still_to_be_billed() {
        take("order-accepted.v1", "/order", 1);
        take("subscription-activated.v1", "/billing", 1);
        take("subscription-amended.v1", "/billing", 2);
        assertThat(exposure()).isEqualTo(figures("0.00", "2304.93", "0.00"));
        take("subscription-cancelled.v1", "/billing", 3);
        assertThat(exposure()).isEqualTo(figures("0.00", "1104.93", "0.00"));
    }

    @Test
    void what_is_changed_without_an_order_is_no_promise() {
        take("subscription-amended.v1", "/billing", 2);
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "0.00"));
    }

    @Test
    void a_disputed_part_that_is_not_written_off_is_open_still() {
        take("invoice-issued.v1", "/billing", 2);
        follow.handle(changed(
                event("invoice-written-off.v1", "/billing", 3),
                data -> data.putObject("openAmount").put("amount", "541.25").put("currency", "USD")));
        assertThat(exposure()).isEqualTo(figures("541.25", "0.00", "0.00"));
    }

    @Test
    void an_order_that_billing_refused_counts_until_it_is_given_up() {
        take("order-accepted.v1", "/order", 1);
        take("order-refused-by-billing.v1", "/billing", 1);
        assertThat(exposure()).as("somebody may mend it").isEqualTo(figures("0.00", "0.00", "1700.00"));
        take("subscription-activated.v1", "/billing", 2);
        assertThat(exposure()).as("mended").isEqualTo(figures("0.00", "1700.00", "0.00"));
        follow.handle(changed(event("order-refused-by-billing.v1", "/billing", 3), data -> data.put("givenUp", true)));
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "0.00"));
    }

    @Test
    void a_cancelled_order_is_no_exposure() {
        take("order-accepted.v1", "/order", 1);
        take("order-cancelled.v1", "/order", 2);
        assertThat(exposure()).isEqualTo(figures("0.00", "0.00", "0.00"));
    }

    @Test
    void without_a_limit_all_is_approved_and_over_it_the_policy_decides() {
        take("order-accepted.v1", "/order", 1);
        assertThat(ask("99999.00").reasonCode()).isEqualTo(ReasonCode.NO_LIMIT);
        limit(CUSTOMER, "2000.00", CreditPolicy.BLOCK);
        assertThat(ask("300.00").decision()).isEqualTo(Decision.APPROVED);
        CreditVerdict over = ask("300.01");
        assertThat(over.decision()).isEqualTo(Decision.REFUSED);
        assertThat(over.reasonCode()).isEqualTo(ReasonCode.OVER_LIMIT);
        assertThat(over.available()).isEqualTo(Money.of("300.00", "USD"));
        assertThat(over.reason()).contains("300.01", "300.00");
    }

    @Test
    void exposure_rolls_up_to_the_parent_and_its_limit_counts_too() {
        take("order-accepted.v1", "/order", 1);
        POSTGRES.database()
                .update(
                        """
                        insert into customer_relationship (id, customer_id, kind, other_id, valid_from, reason, set_by, set_at)
                        values (gen_random_uuid(), ?, 'PARENT', ?, '2000-01-01', 'test', 'test', now())
                        """,
                        CUSTOMER,
                        PARENT);
        limit(PARENT, "1800.00", CreditPolicy.WARN);
        CreditVerdict said = ask("200.00");
        assertThat(said.decision()).isEqualTo(Decision.WARNED);
        assertThat(said.reasonCode()).isEqualTo(ReasonCode.OVER_GROUP_LIMIT);
        assertThat(said.limitOf()).isEqualTo(PARENT);
        assertThat(ask("100.00").decision()).isEqualTo(Decision.APPROVED);
    }

    @Test
    void what_is_not_invoiced_yet_counts_with_the_tax_of_the_last_invoice() {
        take("invoice-issued.v1", "/billing", 2);
        POSTGRES.database()
                .update("insert into credit_commitment values (gen_random_uuid(), ?, 'USD', 100000)", CUSTOMER);
        assertThat(exposure()).isEqualTo(figures("1840.25", "0.00", "1082.50"));
    }

    @Test
    void money_that_found_no_invoice_lowers_what_is_at_risk_until_it_finds_one() {
        take("invoice-issued.v1", "/billing", 2);
        take("payment-unapplied.v1", "/billing", 3);
        assertThat(exposure()).isEqualTo(figures("1840.25", "0.00", "0.00", "1840.25"));
        assertThat(exposure().total()).isEqualTo(Money.of("0.00", "USD"));
    }

    @Test
    void another_currency_counts_by_the_rate_of_the_ledger_either_way_round() {
        take("order-accepted.v1", "/order", 1);
        book.save(new CreditTerms(
                CUSTOMER,
                Money.of("2000.00", "EUR"),
                CreditPolicy.BLOCK,
                true,
                0,
                "test",
                "test",
                java.time.Instant.EPOCH));
        assertThat(ask("1.00").reasonCode()).isEqualTo(ReasonCode.OTHER_CURRENCY);
        beans.get(FollowRates.class)
                .handle(GoldenExample.from("/ledger", "rate-published.v1").envelope());
        CreditVerdict said = ask("700.00");
        assertThat(said.exposure().total()).isEqualTo(Money.of("1416.67", "EUR"));
        assertThat(said.available()).isEqualTo(Money.of("583.33", "EUR"));
        assertThat(said.decision()).isEqualTo(Decision.APPROVED);
        assertThat(said.rates()).extracting(ConversionRate::from).containsExactly("USD");
        assertThat(ask("700.01").decision()).isEqualTo(Decision.REFUSED);
    }

    @Test
    void another_currency_and_a_suspended_customer_are_said_so() {
        limit(CUSTOMER, "2000.00", CreditPolicy.BLOCK);
        assertThat(check.of(CUSTOMER, Money.of("1.00", "EUR")).reasonCode()).isEqualTo(ReasonCode.OTHER_CURRENCY);
        POSTGRES.database().update("update customer set state = 'SUSPENDED' where id = ?", CUSTOMER);
        assertThat(ask("1.00").reasonCode()).isEqualTo(ReasonCode.CUSTOMER_SUSPENDED);
        POSTGRES.database().update("update customer set state = 'ACTIVE' where id = ?", CUSTOMER);
    }

    private void limit(UUID customer, String amount, CreditPolicy policy) {
        book.save(new CreditTerms(
                customer, Money.of(amount, "USD"), policy, true, 0, "test", "test", java.time.Instant.EPOCH));
    }

    private CreditVerdict ask(String amount) {
        return check.of(CUSTOMER, Money.of(amount, "USD"));
    }

    private Exposure exposure() {
        return book.exposure(CUSTOMER).getOrDefault("USD", Exposure.none("USD"));
    }

    private static Exposure figures(String receivable, String unbilled, String accepted) {
        return figures(receivable, unbilled, accepted, "0.00");
    }

    private static Exposure figures(String receivable, String unbilled, String accepted, String cash) {
        return new Exposure(
                Money.of(receivable, "USD"),
                Money.of(unbilled, "USD"),
                Money.of(accepted, "USD"),
                Money.of(cash, "USD"));
    }

    private void take(String example, String source, long position) {
        follow.handle(event(example, source, position));
    }

    private static Envelope event(String example, String source, long position) {
        return with(GoldenExample.from(source, example).envelope(), position, null);
    }

    private static Envelope changed(Envelope event, Consumer<ObjectNode> change) {
        ObjectNode data = event.dataAs(ObjectNode.class);
        change.accept(data);
        return with(event, event.position(), data.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Envelope with(Envelope event, long position, byte[] data) {
        return new Envelope(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.correlationId(),
                event.causationId(),
                event.sequence(),
                position,
                event.partitionKey(),
                event.legalEntity(),
                event.actor(),
                event.traceParent(),
                data == null ? event.data() : data);
    }
}
