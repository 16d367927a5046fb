package io.counterfoil.common.workbench;

import io.counterfoil.common.db.UndoneByRefusal;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.webhook.WebhookEndpoint;
import io.counterfoil.common.webhook.WebhookEndpoints;
import io.counterfoil.common.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The teams' own end points, where they are told of what came to them and of what waits too long. */
@ApplicationScoped
class Teams {

    static final String PREFIX = "team:";

    @Inject
    WebhookEndpoints endpoints;

    @Inject
    Webhooks webhooks;

    @Inject
    @ConfigProperty(name = "event.context", defaultValue = "unknown")
    String context;

    /** What a team is told. */
    record Notice(
            UUID exceptionId,
            String service,
            String exceptionClass,
            String code,
            String team,
            String origin,
            String subject,
            String reason,
            String remedy,
            String correlationId,
            Instant openedAt,
            Instant dueAt) {}

    void opened(@Observes Trouble.Opened told) {
        tell("exception.opened", told.trouble());
    }

    /** Tells the team, if it wants to be told; never of the telling itself. */
    void tell(String type, Trouble trouble) {
        String endpoint = PREFIX + trouble.owner();
        if (!Webhooks.isOrigin(trouble.origin())
                && find(trouble.owner()).filter(WebhookEndpoint::enabled).isPresent()) {
            webhooks.send(endpoint, type, trouble.id().toString(), notice(trouble));
        }
    }

    Optional<WebhookEndpoint> find(String team) {
        return endpoints.find(PREFIX + team);
    }

    List<WebhookEndpoint> all() {
        return endpoints.named(PREFIX);
    }

    @UndoneByRefusal
    @Transactional(dontRollbackOn = Refusal.class)
    public WebhookEndpoint put(String team, String url, String secret, boolean enabled, String ifMatch) {
        find(team).ifPresent(known -> ETags.require(ifMatch, known.version()));
        return endpoints.put(PREFIX + team, url, secret, enabled);
    }

    @Transactional
    public boolean remove(String team) {
        return endpoints.remove(PREFIX + team);
    }

    private Notice notice(Trouble trouble) {
        return new Notice(
                trouble.id(),
                context,
                trouble.trouble().name(),
                trouble.code(),
                trouble.owner(),
                trouble.origin(),
                trouble.subject(),
                trouble.reason(),
                trouble.remedy(),
                trouble.correlationId(),
                trouble.openedAt(),
                trouble.dueAt());
    }
}
