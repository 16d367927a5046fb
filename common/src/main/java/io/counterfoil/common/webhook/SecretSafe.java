package io.counterfoil.common.webhook;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of end points. They are kept sealed under keys of the environment; when a new key stands first there, what is kept
 * is sealed anew at the next start, and the old key may go.
 */
@ApplicationScoped
class SecretSafe {

    /** After the migrations. */
    private static final int EARLY = 1100;

    @Inject
    Database database;

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
                .filter(kept -> kept.mayBeSealedAnew(known))
                .mapToInt(this::sealAnew)
                .sum();
    }

    private int sealAnew(Kept kept) {
        return database.update(
                "update webhook_endpoint set secret = ? where name = ? and secret = ?",
                sealed(kept.name(), opened(kept.name(), kept.secret())),
                kept.name(),
                kept.secret());
    }

    /** @throws NoKeyForSecrets when the service was given none: nothing is kept in clear */
    String sealed(String endpoint, String secret) {
        SealingKeys known = SealingKeys.of(keys);
        String current = known.current().orElseThrow(NoKeyForSecrets::new);
        return SealedSecret.of(secret, endpoint, current, known.named(current).orElseThrow())
                .text();
    }

    /** @throws NoKeyForSecrets when the key by which it was sealed is gone */
    String opened(String endpoint, String kept) {
        if (!SealedSecret.is(kept)) {
            return kept;
        }
        SealedSecret sealed = SealedSecret.read(kept);
        return sealed.opened(
                endpoint,
                SealingKeys.of(keys).named(sealed.keyName()).orElseThrow(() -> new NoKeyForSecrets(sealed.keyName())));
    }

    private record Kept(String name, String secret) {

        /** One whose key is gone waits for its key. */
        boolean mayBeSealedAnew(SealingKeys known) {
            if (!SealedSecret.is(secret)) {
                return true;
            }
            String by = SealedSecret.read(secret).keyName();
            return known.named(by).isPresent() && !known.current().orElseThrow().equals(by);
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
