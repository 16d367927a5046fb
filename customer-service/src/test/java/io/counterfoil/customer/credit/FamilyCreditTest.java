package io.counterfoil.customer.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.credit.CreditVerdict.ReasonCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing more is sold within a family that is not in order, each time for a reason of its own. */
class FamilyCreditTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Money SOME = Money.of("10.00", "USD");

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final CheckCredit check = beans.get(CheckCredit.class);

    @Test
    void who_stands_below_somebody_with_whom_no_business_is_done_is_refused() {
        UUID top = customer("ACTIVE");
        UUID middle = customer("ACTIVE");
        UUID leaf = customer("ACTIVE");
        relate(middle, "PARENT", top);
        relate(leaf, "PARENT", middle);
        assertThat(why(leaf)).isEqualTo(ReasonCode.NO_LIMIT);
        POSTGRES.database().update("update customer set state = 'SUSPENDED' where id = ?", top);
        assertThat(why(leaf)).isEqualTo(ReasonCode.PARENT_NOT_ACTIVE);
        assertThat(check.of(leaf, SOME).reason()).contains("C-" + top).contains("SUSPENDED");
        assertThat(check.of(leaf, SOME).dependsOn()).containsExactly(leaf, middle, top);
        assertThat(beans.get(CreditOfMany.class).of(List.of(new CreditOfMany.Wish(leaf, SOME))))
                .extracting(CreditOfMany.Answer::reasonCode)
                .containsExactly("PARENT_NOT_ACTIVE");
    }

    @Test
    void who_is_billed_to_somebody_that_is_closed_is_refused() {
        UUID payer = customer("ACTIVE");
        UUID buyer = customer("ACTIVE");
        relate(buyer, "BILL_TO", payer);
        relate(buyer, "SHIP_TO", customer("CLOSED"));
        assertThat(why(buyer)).isEqualTo(ReasonCode.NO_LIMIT);
        POSTGRES.database().update("update customer set state = 'CLOSED' where id = ?", payer);
        assertThat(why(buyer)).isEqualTo(ReasonCode.BILL_TO_NOT_ACTIVE);
        assertThat(check.of(buyer, SOME).dependsOn()).containsExactly(buyer, payer);
        assertThat(beans.get(CreditOfMany.class).of(List.of(new CreditOfMany.Wish(buyer, SOME))))
                .extracting(CreditOfMany.Answer::reasonCode)
                .containsExactly("BILL_TO_NOT_ACTIVE");
    }

    @Test
    void who_stands_above_itself_since_a_merge_is_refused_and_a_child_that_became_its_parent_is_not() {
        UUID top = customer("ACTIVE");
        UUID middle = customer("ACTIVE");
        UUID leaf = customer("ACTIVE");
        relate(middle, "PARENT", top);
        relate(leaf, "PARENT", middle);
        merge(top, leaf);
        assertThat(why(leaf)).isEqualTo(ReasonCode.HIERARCHY_CIRCLE);
        assertThat(why(middle)).isEqualTo(ReasonCode.HIERARCHY_CIRCLE);
        assertThat(check.of(middle, SOME).dependsOn()).containsExactlyInAnyOrder(leaf, middle);
        UUID parent = customer("ACTIVE");
        UUID child = customer("ACTIVE");
        relate(child, "PARENT", parent);
        merge(parent, child);
        assertThat(why(child)).isEqualTo(ReasonCode.NO_LIMIT);
        assertThat(why(parent)).isEqualTo(ReasonCode.NO_LIMIT);
        assertThat(check.of(child, SOME).dependsOn()).isEmpty();
    }

    private ReasonCode why(UUID customer) {
        return check.of(customer, SOME).reasonCode();
    }

    private static void merge(UUID gone, UUID survivor) {
        POSTGRES.database()
                .update(
                        "update customer set state = 'MERGED', lives_on_in = ? where id = ?",
                        survivor.toString(),
                        gone);
    }

    private static void relate(UUID customer, String kind, UUID other) {
        POSTGRES.database()
                .update(
                        """
                        insert into customer_relationship (id, customer_id, kind, other_id, valid_from, reason, set_by, set_at)
                        values (gen_random_uuid(), ?, ?, ?, '2000-01-01', 'test', 'test', now())
                        """,
                        customer,
                        kind,
                        other);
    }

    private static UUID customer(String state) {
        UUID id = UUID.randomUUID();
        POSTGRES.database()
                .update(
                        """
                        insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                              created_at, changed_at)
                        values (?, ?, 1, ?, 'Northwind', 30, 'northwind', now(), now())
                        """,
                        id,
                        "C-" + id,
                        state);
        return id;
    }
}
