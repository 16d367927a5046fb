package io.counterfoil.customer.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked for at once counts together, for a customer and for its family. */
class CreditOfManyTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final CreditOfMany many = beans.get(CreditOfMany.class);

    @Test
    void the_limit_of_a_parent_is_used_up_by_all_its_children_together() {
        UUID parent = customer();
        UUID one = child(parent);
        UUID two = child(parent);
        limit(parent);
        assertThat(decisions(wish(one, "600.00"), null, wish(two, "600.00"), wish(two, "400.00")))
                .containsExactly("APPROVED", null, "REFUSED", "APPROVED");
    }

    @Test
    void strangers_do_not_count() {
        UUID one = customer();
        UUID two = customer();
        limit(one);
        limit(two);
        assertThat(decisions(
                        wish(one, "600.00"), wish(two, "600.00"), wish(one, "600.00"), wish(customer(), "9999.00")))
                .containsExactly("APPROVED", "APPROVED", "REFUSED", "APPROVED");
    }

    @Test
    void what_was_promised_in_another_currency_uses_up_the_limit_too() {
        UUID one = customer();
        limit(one);
        assertThat(decisions(wish(one, "800.00"), euro(one, "800.00")))
                .as("nobody knows a rate")
                .containsExactly("APPROVED", "REFUSED");
        beans.get(FollowRates.class)
                .handle(GoldenExample.from("/ledger", "rate-published.v1").envelope());
        assertThat(decisions(euro(one, "500.00"), wish(one, "500.00"), wish(one, "300.00")))
                .as("1.00 EUR = 1.20 USD")
                .containsExactly("APPROVED", "REFUSED", "APPROVED");
        assertThat(decisions(wish(one, "800.00"), euro(one, "800.00"), euro(one, "100.00")))
                .containsExactly("APPROVED", "REFUSED", "APPROVED");
    }

    private static CreditOfMany.Wish euro(UUID customer, String amount) {
        return new CreditOfMany.Wish(customer, Money.of(amount, "EUR"));
    }

    private List<String> decisions(CreditOfMany.Wish... wishes) {
        return many.of(Arrays.asList(wishes)).stream()
                .map(answer -> answer == null ? null : answer.decision())
                .toList();
    }

    private static CreditOfMany.Wish wish(UUID customer, String amount) {
        return new CreditOfMany.Wish(customer, Money.of(amount, "USD"));
    }

    private void limit(UUID customer) {
        beans.get(CreditBook.class)
                .save(new CreditTerms(
                        customer,
                        Money.of("1000.00", "USD"),
                        CreditPolicy.BLOCK,
                        true,
                        0,
                        "test",
                        "test",
                        Instant.EPOCH));
    }

    private static UUID child(UUID parent) {
        UUID child = customer();
        POSTGRES.database()
                .update(
                        """
                        insert into customer_relationship (id, customer_id, kind, other_id, valid_from, reason, set_by, set_at)
                        values (gen_random_uuid(), ?, 'PARENT', ?, '2000-01-01', 'test', 'test', now())
                        """,
                        child,
                        parent);
        return child;
    }

    private static UUID customer() {
        UUID id = UUID.randomUUID();
        POSTGRES.database()
                .update(
                        """
                        insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                              created_at, changed_at)
                        values (?, ?, 1, 'ACTIVE', 'Northwind', 30, 'northwind', now(), now())
                        """,
                        id,
                        "C-" + id);
        return id;
    }
}
