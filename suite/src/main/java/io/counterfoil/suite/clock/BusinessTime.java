package io.counterfoil.suite.clock;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Access;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Moves the business clock of the five servers together.
 *
 * <p>A leap over a month would let a renewal be rated before the month before it was billed; so the clock goes from one due
 * piece of work to the next, and at each stop waits until every service is quiet and the broker is empty.
 */
public final class BusinessTime {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int QUIET_LOOKS = 2;

    private final Access access;
    private final List<Api> services;
    private final List<String> readers;

    public BusinessTime(Access access) {
        this(access, Part.servers());
    }

    /** Of these services only. */
    public BusinessTime(Access access, Collection<Part> servers) {
        this.access = access;
        this.services = servers.stream()
                .map(server -> access.client(server.endpoint(), "operator"))
                .toList();
        this.readers = servers.stream()
                .map(server -> server.label().substring(0, server.label().indexOf('-')) + ".")
                .toList();
    }

    public Instant now() {
        return readings().stream().map(Reading::now).max(Instant::compareTo).orElseThrow();
    }

    /** Moves by calendar months, weeks or days. */
    public Instant move(Period period) {
        return moveTo(now().atZone(ZoneOffset.UTC).plus(period).toInstant(), stop -> {});
    }

    public Instant moveTo(Instant target) {
        return moveTo(target, stop -> {});
    }

    /** Moves to the target by way of everything that is due before it; tells of each stop. */
    public Instant moveTo(Instant target, Consumer<Instant> stops) {
        settle();
        Instant now = now();
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("the business clock shows " + now + " and never goes back to " + target);
        }
        while (now.isBefore(target)) {
            now = nextStop(now, target);
            set(now);
            settle(now);
            stops.accept(now);
        }
        return now;
    }

    /** Waits until nothing is under way: every service is quiet and every queue empty, seen twice in a row. */
    public void settle() {
        settle(Instant.EPOCH);
    }

    /** The same; a service that does not show at least this time has not yet noticed what is due. */
    private void settle(Instant atLeast) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            quiet = isQuiet(atLeast) ? quiet + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not quiet after " + PATIENCE.toSeconds() + " s: " + restless());
            }
            pause();
        }
    }

    private boolean isQuiet(Instant atLeast) {
        return readings().stream()
                        .allMatch(reading -> reading.quiet() && !reading.now().isBefore(atLeast))
                && access.queues().areEmpty(this::isRead);
    }

    /** What waits for a server that is not there waits for ever. */
    private boolean isRead(String queue) {
        return readers.stream().anyMatch(queue::startsWith);
    }

    private Instant nextStop(Instant now, Instant target) {
        return readings().stream()
                .map(Reading::nextDue)
                .flatMap(Optional::stream)
                .filter(due -> due.isAfter(now) && due.isBefore(target))
                .min(Instant::compareTo)
                .orElse(target);
    }

    /** Those who hear last are told first, so that nobody hears of something before its time. */
    private void set(Instant now) {
        for (int i = services.size() - 1; i >= 0; i--) {
            set(services.get(i), now);
        }
    }

    /** Time goes on by itself too: a service that is past the stop already has nothing to be told. */
    private static void set(Api service, Instant now) {
        Reply reply = service.put("/v1/clock", Map.of("now", now.toString()));
        if (reply.status() != 422 || read(service).now().isBefore(now)) {
            reply.ok();
        }
    }

    private static Reading read(Api service) {
        return Reading.of(service.get("/v1/clock").expect(200).json());
    }

    private List<Reading> readings() {
        return services.stream().map(BusinessTime::read).toList();
    }

    private String restless() {
        String busy = services.stream()
                .filter(service -> !read(service).quiet())
                .map(service -> service.base().toString())
                .collect(Collectors.joining(", "));
        Map<String, Long> waiting = access.queues().waiting().entrySet().stream()
                .filter(queue -> queue.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return "busy services [" + busy + "], messages waiting " + waiting;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for quiet", e);
        }
    }
}
