package io.counterfoil.common.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayTroubleTest {
    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final TestBeans beans = TestBeans.on(POSTGRES).with(new BrokenReplay());
    private final Troubles troubles = beans.get(Troubles.class);
    private final ReplayTrouble replay = beans.get(ReplayTrouble.class);

    @Test
    void a_replay_that_meets_a_fault_of_ours_is_noted_as_an_attempt_and_told_plainly() {
        UUID id = park();
        int before = troubles.byId(id).attempts();
        assertThatThrownBy(() -> replay.handle(id, "operator"))
                .isInstanceOfSatisfying(ReplayTrouble.ReplayFailed.class, refused -> {
                    assertThat(refused.code()).isEqualTo("replay-failed");
                    assertThat(refused.getMessage())
                            .contains("IllegalStateException")
                            .doesNotContain("a secret");
                });
        Trouble after = troubles.byId(id);
        assertThat(after.state()).isEqualTo(Trouble.State.OPEN);
        assertThat(after.attempts()).isEqualTo(before + 1);
        assertThat(after.reason()).contains("failed again");
    }

    private UUID park() {
        return POSTGRES.transactions()
                .fresh(() -> troubles.park(new Parked(
                        "ledger.billing-events",
                        TroubleClass.MAPPING,
                        "no-rule",
                        "invoice-" + UUID.randomUUID(),
                        "there is no rule",
                        "Add one.",
                        "deal",
                        null,
                        "application/json",
                        "{}".getBytes(StandardCharsets.UTF_8),
                        null,
                        null,
                        null,
                        null)));
    }

    private static final class BrokenReplay implements Replay {
        @Override
        public boolean replays(String origin) {
            return true;
        }

        @Override
        public void replay(Trouble trouble) {
            throw new IllegalStateException("a secret of the inside");
        }
    }
}
