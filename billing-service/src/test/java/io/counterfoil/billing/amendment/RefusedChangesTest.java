package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.plan.UnknownPlan;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bad input has a code of its own and changes nothing; and what a preview says is what the invoice says. */
class RefusedChangesTest {
    private final LifeHouse life = new LifeHouse("2026-01-01").plan("support", "MONTH");
    private final UUID month = life.subscribe("platform-monthly", "31.00", Map.of("termMonths", 12));

    @Test
    void each_broken_rule_has_its_name() {
        refused(ChangeKind.QUANTITY, Map.of("quantity", "2", "effectiveDate", "2025-12-31"), ChangeBeforeStart.class);
        refused(ChangeKind.QUANTITY, Map.of("quantity", "2", "effectiveDate", "2027-01-01"), ChangeAfterEnd.class);
        refused(ChangeKind.QUANTITY, Map.of("quantity", "0"), Invalid.class);
        refused(ChangeKind.QUANTITY, Map.of(), Invalid.class);
        refused(ChangeKind.RESUME, Map.of(), IllegalMove.class);
        refused(ChangeKind.SUSPEND, Map.of(), Invalid.class);
        refused(ChangeKind.PLAN, Map.of("planId", "nothing", "unitPrice", "1"), UnknownPlan.class);
        refused(ChangeKind.PLAN, Map.of("planId", "support"), Invalid.class);
        refused(ChangeKind.DROP_ADD_ON, Map.of("planId", "support"), NotOnSubscription.class);
        refused(ChangeKind.ADD_ON, Map.of("planId", "platform-monthly", "unitPrice", "1"), AlreadyOnSubscription.class);
        refused(ChangeKind.RENEW, Map.of("endDate", "2026-12-31"), Invalid.class);
        refused(ChangeKind.CANCEL, Map.of(), Invalid.class);
        assertThat(life.house.<String>one("select count(*) v from subscription_change"))
                .isEqualTo("0");
    }

    @Test
    void a_cancelled_subscription_is_neither_cancelled_again_nor_renewed() {
        UUID cancel = life.change(month, ChangeKind.CANCEL, Map.of("reason", "done", "effective", "END_OF_TERM"))
                .changeId();
        refused(ChangeKind.CANCEL, Map.of("reason", "again"), AlreadyCancelled.class);
        refused(ChangeKind.RENEW, Map.of("termMonths", 12), AlreadyCancelled.class);
        life.takeBack(month, cancel);
        assertThat(life.takeBack(month, cancel).state()).as("asked again").isEqualTo(RecordedChange.State.TAKEN_BACK);
        life.change(month, ChangeKind.RENEW, Map.of("termMonths", 12));
    }

    @Test
    void what_is_in_effect_is_not_taken_back() {
        UUID more =
                life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "2")).changeId();
        assertThatThrownBy(() -> life.takeBack(month, more)).isInstanceOf(ChangeInEffect.class);
    }

    @Test
    void a_plan_does_not_go_before_a_later_price_of_it() {
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "2", "effectiveDate", "2026-03-01"));
        refused(
                ChangeKind.PLAN,
                Map.of("planId", "support", "unitPrice", "1", "effectiveDate", "2026-02-01"),
                LaterChangeConcerned.class);
    }

    @Test
    void a_plan_is_not_taken_back_from_under_a_later_price_of_it() {
        UUID plan = life.change(
                        month,
                        ChangeKind.PLAN,
                        Map.of("planId", "support", "unitPrice", "62", "effectiveDate", "2026-02-01"))
                .changeId();
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "50", "effectiveDate", "2026-03-01"));
        assertThatThrownBy(() -> life.takeBack(month, plan)).isInstanceOf(LaterChangeConcerned.class);
    }

    @Test
    void a_cancellation_leaves_later_changes_nothing_to_miss() {
        life.change(month, ChangeKind.ADD_ON, Map.of("planId", "support", "unitPrice", "31"));
        life.change(month, ChangeKind.DROP_ADD_ON, Map.of("planId", "support"));
        life.plan("gold", "MONTH");
        life.change(month, ChangeKind.PLAN, Map.of("planId", "gold", "unitPrice", "93", "effectiveDate", "2026-02-01"));
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "90", "effectiveDate", "2026-03-01"));
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "a mistake", "effectiveDate", "2026-01-01"));
        assertThat(life.state(month)).isEqualTo("CANCELLED");
    }

    @Test
    void a_plan_is_taken_back_from_under_a_later_plan() {
        life.plan("gold", "MONTH");
        UUID plan = life.change(
                        month,
                        ChangeKind.PLAN,
                        Map.of("planId", "support", "unitPrice", "62", "effectiveDate", "2026-02-01"))
                .changeId();
        life.change(month, ChangeKind.PLAN, Map.of("planId", "gold", "unitPrice", "93", "effectiveDate", "2026-03-01"));
        life.takeBack(month, plan);
        life.lines();
        life.at("2026-03-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-02-01 RECURRING 2026-02-01/2026-03-01 31.00",
                        "2026-03-01 RECURRING 2026-03-01/2026-04-01 93.00");
    }

    @Test
    void an_unknown_subscription_is_not_found() {
        assertThatThrownBy(() -> life.change(UUID.randomUUID(), ChangeKind.PAUSE, Map.of()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_database_lets_nobody_edit_a_change() {
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        assertThatThrownBy(() -> life.house.database.update("update subscription_change set effective_date = now()"))
                .hasStackTraceContaining("never edited");
        assertThatThrownBy(() -> life.house.database.update("delete from subscription_change"))
                .hasStackTraceContaining("never edited");
    }

    private void refused(ChangeKind kind, Map<String, Object> fields, Class<? extends Refusal> rule) {
        assertThatThrownBy(() -> life.change(month, kind, fields))
                .as(kind + " " + fields)
                .isInstanceOf(rule);
        assertThatThrownBy(() -> life.preview(month, kind, fields))
                .as("preview of it")
                .isInstanceOf(rule);
    }
}
