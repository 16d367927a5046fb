package io.counterfoil.common.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideTroubleTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final List<UUID> waived = new ArrayList<>();
    private final TestBeans beans = TestBeans.on(POSTGRES).with(new Ledger());
    private final Troubles troubles = beans.get(Troubles.class);
    private final DecideTrouble decide = beans.get(DecideTrouble.class);
    private UUID id;

    @BeforeEach
    void park() {
        id = POSTGRES.transactions()
                .fresh(() -> troubles.park(new Parked(
                        "ledger.billing-events",
                        TroubleClass.PERIOD_CLOSED,
                        "period-closed",
                        "invoice-1",
                        "the period is closed",
                        "Reopen it.",
                        "deal",
                        null,
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void the_class_names_the_owner() {
        assertThat(troubles.byId(id)).satisfies(trouble -> {
            assertThat(trouble.owner()).isEqualTo("finance");
            assertThat(trouble.state()).isEqualTo(Trouble.State.OPEN);
        });
    }

    @Test
    void somebody_takes_it_on() {
        inTransaction(() -> decide.assign(id, "clerk-1", "lead"));
        assertThat(troubles.byId(id).state()).isEqualTo(Trouble.State.ASSIGNED);
        assertThat(acts()).containsExactly("PARKED by system", "ASSIGNED by lead");
    }

    @Test
    void a_waiver_takes_two_people() {
        inTransaction(() -> decide.proposeWaiver(id, "a test invoice", "maker"));
        assertThatThrownBy(() -> inTransaction(() -> decide.approve(id, "maker")))
                .isInstanceOf(DecideTrouble.MakerIsChecker.class);
        assertThat(troubles.byId(id).state()).isEqualTo(Trouble.State.OPEN);
        inTransaction(() -> decide.approve(id, "checker"));
        assertThat(troubles.byId(id).state()).isEqualTo(Trouble.State.WAIVED);
        assertThat(acts()).containsExactly("PARKED by system", "WAIVE_PROPOSED by maker", "WAIVER_APPROVED by checker");
        assertThat(waived).as("whoever would replay it").containsExactly(id);
    }

    @Test
    void an_edit_takes_two_people_and_keeps_the_original() {
        inTransaction(
                () -> decide.proposeEdit(id, "wrong date", "{\"a\":1}".getBytes(StandardCharsets.UTF_8), "maker"));
        inTransaction(() -> decide.approve(id, "checker"));
        Trouble edited = troubles.byId(id);
        assertThat(edited.original()).asString().isEqualTo("{}");
        assertThat(edited.effectiveBody()).asString().isEqualTo("{\"a\":1}");
    }

    @Test
    void an_edit_is_refused_where_a_replay_would_not_read_it() {
        POSTGRES.database().update("update exception set subject = 'a-note' where id = ?", id);
        assertEditRefused();
        POSTGRES.database().update("update exception set subject = 'x', origin = 'nobody-replays-it' where id = ?", id);
        assertEditRefused();
        assertThat(acts()).containsExactly("PARKED by system");
    }

    private void assertEditRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> inTransaction(() -> decide.proposeEdit(id, "wrong date", body, "maker")))
                .isInstanceOfSatisfying(DecideTrouble.EditHasNoEffect.class, refused -> {
                    assertThat(refused.code()).isEqualTo("edit-has-no-effect");
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.remedy()).contains("then replay it").endsWith("Reopen it.");
                });
    }

    @Test
    void nothing_is_approved_that_nobody_proposed() {
        assertThatThrownBy(() -> inTransaction(() -> decide.approve(id, "checker")))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void what_is_closed_stays_closed() {
        inTransaction(() -> troubles.resolve(id, "system", "went away"));
        assertThatThrownBy(() -> inTransaction(() -> decide.assign(id, "clerk-1", "lead")))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> inTransaction(() -> decide.proposeWaiver(id, "late", "maker")))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void an_unknown_one_is_not_found() {
        assertThatThrownBy(() -> inTransaction(() -> decide.assign(new UUID(0, 1), "clerk-1", "lead")))
                .isInstanceOf(NotFound.class);
    }

    private final class Ledger implements Replay {
        @Override
        public boolean replays(String origin) {
            return origin.equals("ledger.billing-events");
        }

        @Override
        public boolean takesEdits(Trouble trouble) {
            return !trouble.subject().equals("a-note");
        }

        @Override
        public void replay(Trouble trouble) {
            throw new AssertionError("nobody asked for a replay");
        }

        @Override
        public void waived(Trouble trouble) {
            waived.add(trouble.id());
        }
    }

    private void inTransaction(Runnable work) {
        POSTGRES.transactions().fresh(work);
    }

    private List<String> acts() {
        return POSTGRES.database()
                .query(
                        "select act || ' by ' || actor as line from exception_history where exception_id = ? order by"
                                + " seq",
                        id)
                .list(row -> row.text("line"));
    }
}
