package io.counterfoil.common.webhook;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of end points. They are kept sealed under keys of the environment; when a new key stands first there, what is kept
 * is sealed anew at the next start, and the old key may go. A secret that can't be opened is one end point's trouble: it is left as
 * it is, and the health check names the end point until it opens again or is set anew.
 */
@ApplicationScoped
class SecretSafe {

    private static final Logger LOG = Logger.getLogger(SecretSafe.class.getName());

    /** After the migrations. */
    private static final int EARLY = 1100;

    @Inject
    Database database;

    @Inject
    Heartbeat heartbeat;

    @Inject
    @ConfigProperty(name = "webhook.secret.keys", defaultValue = "none")
    String keys;

    void start(@Observes @Priority(EARLY) @Initialized(ApplicationScoped.class) Object started) {
        sealAnew();
    }

    /** What is sealed by another key than the first one, or not at all, is sealed by the first; returns how many were. */
    int sealAnew() {
        SealingKeys known = SealingKeys.of(keys);
        if (known.current().isEmpty()) {
            return 0;
        }
        return database
                .query("select name, secret from webhook_endpoint")
                .list(row -> new Kept(row.text("name"), row.text("secret")))
                .stream()
                .mapToInt(kept -> sealAnew(kept, known.current().orElseThrow()))
                .sum();
    }

    private int sealAnew(Kept kept, String current) {
        return openedOrSaid(kept)
                .filter(secret -> !kept.isSealedBy(current))
                .map(secret -> database.update(
                        "update webhook_endpoint set secret = ? where name = ? and secret = ?",
                        sealed(kept.name(), secret),
                        kept.name(),
                        kept.secret()))
                .orElse(0);
    }

    private Optional<String> openedOrSaid(Kept kept) {
        try {
            return Optional.of(opened(kept.name(), kept.secret()));
        } catch (RuntimeException unopened) {
            heartbeat.failed(trouble(kept.name()), new IllegalStateException("it can't be opened: set it anew"));
            LOG.warning(() -> "The secret of the end point '" + kept.name() + "' can't be opened");
            return Optional.empty();
        }
    }

    private static String trouble(String endpoint) {
        return "webhook-secret:" + endpoint;
    }

    /** @throws NoKeyForSecrets when the service was given none: nothing is kept in clear */
    String sealed(String endpoint, String secret) {
        SealingKeys known = SealingKeys.of(keys);
        String current = known.current().orElseThrow(NoKeyForSecrets::new);
        String text = SealedSecret.of(
                        secret, endpoint, current, known.named(current).orElseThrow())
                .text();
        heartbeat.mended(trouble(endpoint));
        return text;
    }

    /** @throws NoKeyForSecrets when the key by which it was sealed is gone */
    String opened(String endpoint, String kept) {
        if (!SealedSecret.is(kept)) {
            return kept;
        }
        SealedSecret sealed = SealedSecret.read(kept);
        String secret = sealed.opened(
                endpoint,
                SealingKeys.of(keys).named(sealed.keyName()).orElseThrow(() -> new NoKeyForSecrets(sealed.keyName())));
        heartbeat.mended(trouble(endpoint));
        return secret;
    }

    private record Kept(String name, String secret) {

        boolean isSealedBy(String key) {
            return SealedSecret.is(secret)
                    && SealedSecret.read(secret).keyName().equals(key);
        }
    }

    /** A secret can't be kept, or read again. */
    static final class NoKeyForSecrets extends Refusal {
        private static final long serialVersionUID = 1L;

        NoKeyForSecrets() {
            super(
                    422,
                    TroubleClass.DOWNSTREAM_REFUSED,
                    "The service has no key by which a secret could be kept",
                    "Give the service a key (WEBHOOK_SECRET_KEYS), then try again.");
        }

        NoKeyForSecrets(String name) {
            super(
                    422,
                    TroubleClass.DOWNSTREAM_REFUSED,
                    "The secret was sealed by the key '" + name + "', which the service has no more",
                    "Give the service that key again beside the new one, or set the end point's secret anew; then replay.");
        }
    }
}
