package io.counterfoil.common.event;

import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Hands events to the handlers of their type, in order, runs of one type together; types without a handler are not ours. */
@ApplicationScoped
public class EventDispatch {

    private static final Logger LOG = Logger.getLogger(EventDispatch.class.getName());

    @Inject
    @Any
    Instance<EventHandler> handlers;

    @Inject
    @Any
    Instance<BeforeHandlers> firsts;

    /** Made once for each thread, by type: handlers with all that they need are dearer than many an event. */
    private final ThreadLocal<Wanting> wantingOfThread = ThreadLocal.withInitial(
            () -> new Wanting(handlers.stream().toList(), firsts.stream().toList(), new HashMap<>()));

    private record Wanting(
            List<EventHandler> all, List<BeforeHandlers> firsts, Map<String, List<EventHandler>> byType) {

        List<EventHandler> of(String type) {
            return byType.computeIfAbsent(type, unknown -> all.stream()
                    .filter(handler ->
                            handler.types().contains(type) || handler.types().contains(EventHandler.EVERY_TYPE))
                    .toList());
        }
    }

    /** All that somebody here wants, of whatever context. */
    Set<String> types() {
        return wantingOfThread.get().all().stream()
                .flatMap(handler -> handler.types().stream())
                .collect(Collectors.toSet());
    }

    /** Within the caller's transaction. Refuses what is no event at all, so that it is parked with its bytes. */
    void handle(List<Envelope> events) {
        for (Envelope event : events) {
            if (Inbox.POISON.equals(event.type())) {
                throw new UnreadableEvent("A message without the attributes of an event arrived: " + event.id());
            }
        }
        List<Envelope> ours = ours(events);
        if (!ours.isEmpty()) {
            wantingOfThread.get().firsts().forEach(first -> first.before(ours));
        }
        for (List<Envelope> run : runs(ours)) {
            handleRun(run, wanting(run.get(0).type()));
        }
    }

    /** Tells the handlers of its type that an event was parked. */
    void parked(Envelope event, io.counterfoil.common.http.Refusal reason) {
        within(event, () -> {
            LOG.warning(() -> "parked: " + event + ": " + reason.code());
            wanting(event.type()).forEach(handler -> handler.parked(event, reason));
        });
    }

    /** Tells the handlers of its type that a parked event was refused once more. */
    void refusedAgain(Envelope event, io.counterfoil.common.http.Refusal reason) {
        within(event, () -> wanting(event.type()).forEach(handler -> handler.refusedAgain(event, reason)));
    }

    /** Tells the handlers of its type that a parked event was given up. */
    void waived(Envelope event, io.counterfoil.common.trouble.Trouble trouble) {
        within(event, () -> wanting(event.type()).forEach(handler -> handler.waived(event, trouble)));
    }

    private void handleRun(List<Envelope> run, List<EventHandler> wanting) {
        if (run.size() == 1) {
            Envelope event = run.get(0);
            within(
                    event,
                    () -> wanting.forEach(
                            handler -> handler.handleRun(List.of(event.continuedBy(Traces.currentParent())))));
            return;
        }
        List<Traces.OpenSpan> spans = run.stream().map(EventDispatch::open).toList();
        try {
            List<Envelope> continued = new ArrayList<>(run.size());
            for (int i = 0; i < run.size(); i++) {
                continued.add(run.get(i).continuedBy(spans.get(i).parent()));
            }
            wanting.forEach(handler -> handler.handleRun(continued));
        } finally {
            spans.forEach(Traces.OpenSpan::end);
        }
    }

    /** Does the work bound to the event's business transaction and in a span of its trace. */
    public static void within(Envelope event, Runnable work) {
        Correlation.within(
                correlation(event),
                () -> Traces.continued(event.traceParent(), spanName(event), SpanKind.CONSUMER, () -> {
                    Traces.about(event.data());
                    work.run();
                }));
    }

    static Correlation correlation(Envelope event) {
        return new Correlation(event.correlationId(), event.id().toString(), event.actor());
    }

    private static Traces.OpenSpan open(Envelope event) {
        Traces.OpenSpan span =
                Traces.open(event.traceParent(), spanName(event), SpanKind.CONSUMER, event.correlationId());
        span.about(event.data());
        return span;
    }

    private static String spanName(Envelope event) {
        return "take " + event.type().replace("io.counterfoil.", "");
    }

    private List<EventHandler> wanting(String type) {
        return wantingOfThread.get().of(type);
    }

    private List<List<Envelope>> runs(List<Envelope> ours) {
        List<List<Envelope>> runs = new ArrayList<>();
        for (Envelope event : ours) {
            List<Envelope> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && sameHandlers(last.get(0), event)) {
                last.add(event);
            } else {
                runs.add(new ArrayList<>(List.of(event)));
            }
        }
        return runs;
    }

    /** What nobody here wants must not break a run of what somebody does. */
    private List<Envelope> ours(List<Envelope> events) {
        return events.stream().filter(event -> !wanting(event.type()).isEmpty()).toList();
    }

    /** Of several handlers one may build on what another did with the event before, unless all of them say that they don't. */
    private boolean sameHandlers(Envelope one, Envelope other) {
        List<EventHandler> handlersOfOne = wanting(one.type());
        return one.type().equals(other.type())
                || (handlersOfOne.size() == 1 || handlersOfOne.stream().allMatch(EventHandler::takesMixedRuns))
                        && handlersOfOne.equals(wanting(other.type()));
    }
}
