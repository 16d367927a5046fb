package io.counterfoil.common.health;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.Broker;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started when the migrations ran and the broker was seen once with this service's queues; ready while the database
 * answers; live while the loops move. A broker that is away is data of the check, not its outcome: the REST side goes on
 * and writes to the outbox.
 */
@ApplicationScoped
class HealthChecks {

    private static final Duration STILL = Duration.ofMinutes(3);

    @Inject
    Lifecycle lifecycle;

    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    Heartbeat heartbeat;

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("started")
                .status(lifecycle.isReady() && broker.wasSeen())
                .withData("migrated", lifecycle.isReady())
                .withData("brokerSeen", broker.wasSeen())
                .build();
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("database")
                .status(lifecycle.isReady() && broker.wasSeen() && databaseAnswers())
                .withData("broker", broker.isConnected() ? "connected" : "away")
                .build();
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> {
            HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops");
            Instant limit = SystemTime.now().minus(STILL);
            boolean moving = heartbeat.beats().values().stream().noneMatch(beat -> beat.isBefore(limit));
            heartbeat.failures().forEach(answer::withData);
            return answer.status(moving).build();
        };
    }

    private boolean databaseAnswers() {
        try {
            return database.query("select 1 as one")
                    .one(row -> row.intValue("one"))
                    .isPresent();
        } catch (RuntimeException away) {
            heartbeat.failed("database", away);
            return false;
        }
    }
}
