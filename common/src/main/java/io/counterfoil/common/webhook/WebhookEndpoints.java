package io.counterfoil.common.webhook;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** The end points of this service. Every change joins the caller's transaction. */
@ApplicationScoped
public class WebhookEndpoints {

    @Inject
    Database database;

    @Inject
    AddressGuard guard;

    @Inject
    SecretSafe safe;

    /**
     * Sets the end point, or sets it anew.
     *
     * @param secret {@code whsec_} and 24 to 64 bytes in Base64, known to us and to the receiver alone
     * @throws AddressNotAllowed when it is no address that we may call
     * @throws SecretSafe.NoKeyForSecrets when the service has no key to keep the secret by
     */
    public WebhookEndpoint put(String name, String url, String secret, boolean enabled) {
        WebhookSecret.of(secret);
        requireAllowed(url);
        return database.query(
                        """
                        insert into webhook_endpoint (name, url, secret, enabled, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (name) do update set url = excluded.url, secret = excluded.secret, enabled = excluded.enabled,
                          changed_at = excluded.changed_at, changed_by = excluded.changed_by, version = webhook_endpoint.version + 1
                        returning *
                        """,
                        name,
                        url,
                        safe.sealed(name, secret),
                        enabled,
                        SystemTime.now(),
                        Correlation.current().actor())
                .one(WebhookEndpoint::read)
                .orElseThrow();
    }

    public Optional<WebhookEndpoint> find(String name) {
        return database.query("select * from webhook_endpoint where name = ?", name)
                .one(WebhookEndpoint::read);
    }

    /** Those whose name begins so, by name. */
    public List<WebhookEndpoint> named(String prefix) {
        return database.query(
                        "select * from webhook_endpoint where left(name, length(?)) = ? order by name", prefix, prefix)
                .list(WebhookEndpoint::read);
    }

    /** Takes it away; what is still to be delivered to it is dropped. */
    public boolean remove(String name) {
        return database.update("delete from webhook_endpoint where name = ?", name) == 1;
    }

    Optional<WebhookSecret> secret(String name) {
        return database.query("select secret from webhook_endpoint where name = ?", name)
                .one(row -> WebhookSecret.of(safe.opened(name, row.text("secret"))));
    }

    private void requireAllowed(String url) {
        try {
            guard.addresses(new URI(url));
        } catch (URISyntaxException malformed) {
            throw new AddressNotAllowed("The address is no URL");
        } catch (UnknownHostException unknown) {
            throw new AddressNotAllowed("Nobody knows the host of the address");
        }
    }
}
