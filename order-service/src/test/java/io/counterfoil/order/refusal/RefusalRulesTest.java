package io.counterfoil.order.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
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

    private final Database database = POSTGRES.database();
    private final RefusalRules rules = new RefusalRules(database);

    @BeforeEach
    void one_rule_and_no_order() {
        database.update("truncate sales_order, quote_to_cash, process_stage cascade");
        rules.write(new RefusalRule("credit-refused", Duration.ofHours(1), 1));
    }

    @Test
    void an_order_that_is_being_mended_at_the_moment_is_passed_over() {
        UUID order = held("2026-01-01T00:00:00Z");
        POSTGRES.transactions().fresh(() -> {
            database.update("update quote_to_cash set version = version + 1 where order_id = ?", order);
            assertThat(elsewhere(List.of())).isEmpty();
        });
        assertThat(elsewhere(List.of())).containsExactly(order);
    }

    @Test
    void one_that_can_not_be_taken_back_does_not_hold_up_those_behind_it() {
        UUID stuck = held("2026-01-01T00:00:00Z");
        UUID behind = held("2026-01-01T01:00:00Z");
        UUID young = held("2026-01-01T23:30:00Z");
        assertThat(elsewhere(List.of())).containsExactly(stuck);
        assertThat(elsewhere(List.of(stuck))).containsExactly(behind);
        assertThat(elsewhere(List.of(stuck, behind))).doesNotContain(young).isEmpty();
    }

    /** As another transaction sees it. */
    private List<UUID> elsewhere(List<UUID> passed) {
        return CompletableFuture.supplyAsync(() -> rules.next(NOW, passed).stream()
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
