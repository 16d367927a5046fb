package io.counterfoil.order.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose refusal is final is taken back, one after the other, but never beside somebody who mends the order. */
class RefusalRulesTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant SYSTEM = SystemTime.now();
    private static final Instant LATER = SYSTEM.plusSeconds(600);

    private final Database database = POSTGRES.database();
    private final RefusalRules rules = new RefusalRules(database);

    @BeforeEach
    void one_rule_and_no_order() {
        database.update("truncate sales_order, quote_to_cash, process_stage, unposted_invoice cascade");
        rules.write(new RefusalRule("credit-refused", Duration.ofHours(1), 1));
    }

    @Test
    void an_order_that_is_being_mended_at_the_moment_is_passed_over() {
        UUID order = held("2026-01-01T00:00:00Z");
        POSTGRES.transactions().fresh(() -> {
            database.update("update quote_to_cash set version = version + 1 where order_id = ?", order);
            assertThat(elsewhere()).isEmpty();
        });
        assertThat(elsewhere()).containsExactly(order);
    }

    @Test
    void one_that_can_not_be_taken_back_does_not_hold_up_those_behind_it() {
        UUID stuck = held("2026-01-01T00:00:00Z");
        UUID behind = held("2026-01-01T01:00:00Z");
        UUID young = held("2026-01-01T23:30:00Z");
        assertThat(elsewhere()).containsExactly(stuck);
        rules.passOver(stuck, "illegal-move", LATER);
        assertThat(elsewhere()).containsExactly(behind);
        rules.passOver(behind, "illegal-move", LATER);
        assertThat(elsewhere()).doesNotContain(young).isEmpty();
        assertThat(rules.nextDue())
                .as("they don't keep the clock waiting")
                .contains(Instant.parse("2026-01-02T00:30:00Z"));
    }

    /** What one replica could not do, another one does not try at once either; after a while each does. */
    @Test
    void one_that_was_passed_over_comes_up_again_after_a_while() {
        UUID stuck = held("2026-01-01T00:00:00Z");
        rules.passOver(stuck, "illegal-move", LATER);
        rules.passOver(stuck, "illegal-move", SYSTEM.minusSeconds(1));
        assertThat(elsewhere()).containsExactly(stuck);
    }

    /** The ledger's word and billing's come over two queues: what follows begins when both are here. */
    @Test
    void an_invoice_that_the_ledger_gave_up_waits_for_billing_to_tell_of_it() {
        UnpostedInvoices unposted = new UnpostedInvoices(database, new BusinessClock());
        UUID order = held("2026-01-01T00:00:00Z");
        UUID paidBeforeItIsIssued = invoice(order, false);
        unposted.add(paidBeforeItIsIssued, order, "no rule");
        unposted.add(paidBeforeItIsIssued, order, "told twice");
        assertThat(unposted.isAny()).isFalse();
        assertThat(unposted.take()).isEmpty();

        database.update("update process_invoice set issued = true where invoice_id = ?", paidBeforeItIsIssued);
        assertThat(unposted.isAny()).isTrue();
        rules.passOver(order, "illegal-move", LATER);
        assertThat(unposted.take())
                .as("it could not be taken back a moment ago")
                .isEmpty();
        rules.passOver(order, "illegal-move", SYSTEM.minusSeconds(1));
        assertThat(unposted.take()).hasValueSatisfying(one -> {
            assertThat(one.orderId()).isEqualTo(order);
            assertThat(one.reason()).isEqualTo("no rule");
        });
        assertThat(unposted.isAny()).isFalse();
    }

    @Test
    void one_that_billing_has_told_of_before_does_not_wait() {
        UnpostedInvoices unposted = new UnpostedInvoices(database, new BusinessClock());
        UUID order = held("2026-01-01T00:00:00Z");
        unposted.add(invoice(order, true), order, "no rule");
        unposted.add(invoice(held("2026-01-01T00:00:00Z"), true), order, "an invoice of another order");
        unposted.add(UUID.randomUUID(), UUID.randomUUID(), "billed without an order");
        assertThat(unposted.take()).map(RefusalRules.Refused::orderId).contains(order);
        assertThat(unposted.take()).isEmpty();
    }

    private UUID invoice(UUID order, boolean issued) {
        UUID invoice = UUID.randomUUID();
        database.update(
                """
                insert into process_invoice (invoice_id, order_id, invoice_number, payable_minor, currency, issued, posted, payment,
                                             payment_position, version)
                values (?, ?, ?, 9000, 'USD', ?, false, 'UNPAID', 0, 1)
                """,
                invoice,
                order,
                invoice.toString(),
                issued);
        return invoice;
    }

    /** As another transaction sees it. */
    private List<UUID> elsewhere() {
        return CompletableFuture.supplyAsync(() -> rules.next(NOW, SYSTEM).stream()
                        .map(RefusalRules.Refused::orderId)
                        .toList())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private UUID held(String since) {
        UUID order = UUID.randomUUID();
        database.update(
                "insert into sales_order (order_id, order_number, state, channel, received_at, version) values (?, ?, 'RECEIVED', 'api', now(), 1)",
                order,
                order.toString());
        database.update(
                """
                insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, entered_at, held_from, reason_code,
                                           reason, owner, remedy, exception_id, version)
                values (?, ?, false, 'c', 'HELD', ?, 'RESOLVING_CUSTOMER', 'credit-refused', 'too much', 'finance', 'pay',
                        gen_random_uuid(), 1)
                """,
                order,
                order.toString(),
                Instant.parse(since));
        return order;
    }
}
