package io.counterfoil.common.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.webhook.SecretSafe.NoKeyForSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others entrust to us lies sealed in the database; keys change without anybody having to set anything anew. */
class SecretSafeTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD = "old:" + "A".repeat(43) + "=";
    private static final String NEW = "new:" + "B".repeat(42) + "A=";

    @BeforeEach
    void nothing_is_kept() {
        POSTGRES.database().update("truncate webhook_endpoint");
    }

    private static TestBeans with(String keys) {
        return TestBeans.on(POSTGRES)
                .setting("webhook.private.hosts", "localhost")
                .setting("webhook.secret.keys", keys);
    }

    private static void keep(TestBeans beans, String name) {
        beans.get(WebhookEndpoints.class).put(name, "http://localhost/inbox", SECRET, true);
    }

    private static String kept(String name) {
        return POSTGRES.database()
                .query("select secret from webhook_endpoint where name = ?", name)
                .one(row -> row.text("secret"))
                .orElseThrow();
    }

    private static String signature(TestBeans beans, String name) {
        return beans.get(WebhookEndpoints.class).secret(name).orElseThrow().signature("id", 1, new byte[] {1});
    }

    @Test
    void a_secret_is_not_to_be_found_in_the_database_and_signs_as_before() {
        TestBeans beans = with(OLD);
        keep(beans, "one");
        keep(beans, "other");
        assertThat(kept("one"))
                .startsWith("sealed:old:")
                .doesNotContain(SECRET.substring(6))
                .isNotEqualTo(kept("other"));
        assertThat(signature(beans, "one")).isEqualTo(WebhookSecret.of(SECRET).signature("id", 1, new byte[] {1}));
    }

    @Test
    void a_row_that_was_changed_or_moved_to_another_end_point_opens_nothing() {
        TestBeans beans = with(OLD);
        keep(beans, "one");
        keep(beans, "other");
        POSTGRES.database().update("update webhook_endpoint set secret = ? where name = 'other'", kept("one"));
        assertThatThrownBy(() -> signature(beans, "other")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_new_key_takes_over_at_the_next_start_and_then_the_old_one_may_go() {
        keep(with(OLD), "one");
        TestBeans both = with(NEW + ", " + OLD);
        assertThat(signature(both, "one")).isNotBlank();
        assertThat(both.get(SecretSafe.class).sealAnew()).isEqualTo(1);
        assertThat(both.get(SecretSafe.class).sealAnew()).isZero();
        assertThat(kept("one")).startsWith("sealed:new:");
        assertThat(signature(with(NEW), "one")).isEqualTo(signature(both, "one"));
    }

    @Test
    void what_was_kept_in_clear_is_sealed_at_the_next_start() {
        keep(with(OLD), "one");
        POSTGRES.database().update("update webhook_endpoint set secret = ?", SECRET);
        TestBeans beans = with(OLD);
        beans.get(SecretSafe.class).start(this);
        assertThat(kept("one")).startsWith("sealed:old:");
        assertThat(signature(beans, "one")).isNotBlank();
    }

    @Test
    void without_its_key_nothing_is_opened_and_without_any_nothing_is_kept() {
        keep(with(OLD), "one");
        assertThatThrownBy(() -> signature(with(NEW), "one"))
                .isInstanceOf(NoKeyForSecrets.class)
                .hasMessageContaining("'old'");
        assertThat(with(NEW).get(SecretSafe.class).sealAnew()).isZero();
        assertThatThrownBy(() -> keep(with("none"), "two")).isInstanceOf(NoKeyForSecrets.class);
    }

    @Test
    void a_secret_that_can_not_be_opened_is_left_and_named_and_the_others_are_sealed_anew() {
        keep(with(OLD), "broken");
        keep(with(OLD), "moved");
        keep(with(OLD), "whole");
        POSTGRES.database().update("update webhook_endpoint set secret = 'sealed:old' where name = 'broken'");
        POSTGRES.database().update("update webhook_endpoint set secret = ? where name = 'moved'", kept("whole"));
        TestBeans beans = with(NEW + ", " + OLD);
        beans.get(SecretSafe.class).start(this);
        assertThat(kept("whole")).startsWith("sealed:new:");
        assertThat(kept("moved")).startsWith("sealed:old:");
        Heartbeat heartbeat = beans.get(Heartbeat.class);
        assertThat(heartbeat.failures()).containsOnlyKeys("webhook-secret:broken", "webhook-secret:moved");
        keep(beans, "broken");
        keep(beans, "moved");
        assertThat(heartbeat.failures()).isEmpty();
    }

    @Test
    void keys_that_can_not_be_read_stop_the_start_without_being_told() {
        assertThatThrownBy(() -> with("old:c2hvcnQ=").get(SecretSafe.class).start(this))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> with("nonsense").get(SecretSafe.class).start(this))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("nonsense");
    }
}
