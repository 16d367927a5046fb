package io.counterfoil.warehouse.timeline;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.warehouse.lineage.Lineage;
import io.counterfoil.warehouse.timeline.TimelineJson.Held;
import io.counterfoil.warehouse.timeline.TimelineJson.Milestone;
import io.counterfoil.warehouse.timeline.TimelineJson.OrderName;
import io.counterfoil.warehouse.timeline.TimelineJson.State;
import io.counterfoil.warehouse.timeline.TimelineJson.Status;
import io.counterfoil.warehouse.timeline.TimelineJson.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Timelines, told anew from the archive each time. */
@ApplicationScoped
class Timelines {

    @Inject
    Database database;

    @Inject
    Lineage lineage;

    @Inject
    BusinessClock clock;

    /** The story behind any of its names. */
    Timeline of(String id) {
        List<Long> positions = lineage.story(id);
        if (positions.isEmpty()) {
            throw new NotFound("business transaction", id);
        }
        List<ToldEvent> events = database.query("select * from event where position = any(?::bigint[])", positions)
                .list(ToldEvent::read);
        return tell(id, new Story(events, clock.now()));
    }

    static Timeline tell(String id, Story story) {
        List<Milestone> milestones = Milestones.of(story);
        return new Timeline(
                id,
                state(story, milestones),
                orders(story),
                distinct(story, ToldEvent::correlationId),
                distinct(story, ToldEvent::traceId),
                story.events().stream().map(Steps::of).toList(),
                milestones,
                milestones.stream()
                        .filter(milestone -> milestone.status() == Status.MISSING)
                        .map(Milestone::milestone)
                        .toList(),
                story.openHold().map(Timelines::held).orElse(null));
    }

    private static State state(Story story, List<Milestone> milestones) {
        if (story.openHold().isPresent()) {
            return State.HELD;
        }
        if (milestones.stream().anyMatch(milestone -> milestone.status() == Status.MISSING)) {
            return State.INCOMPLETE;
        }
        if (story.ended() != null) {
            return State.ENDED;
        }
        return milestones.stream().allMatch(milestone -> milestone.status() == Status.DONE)
                ? State.COMPLETE
                : State.IN_PROGRESS;
    }

    private static List<OrderName> orders(Story story) {
        Map<String, OrderName> orders = new LinkedHashMap<>();
        for (ToldEvent event : story.events()) {
            if (event.context().equals("order") && event.text("orderId") != null) {
                orders.merge(event.text("orderId"), nameIn(event), Timelines::joined);
            }
        }
        return List.copyOf(orders.values());
    }

    private static OrderName nameIn(ToldEvent event) {
        String reference = event.data().path("externalReference").path("id").asText(null);
        return new OrderName(
                event.text("orderId"),
                event.text("orderNumber"),
                reference,
                event.text("customerId"),
                event.text("legalEntityId"));
    }

    private static OrderName joined(OrderName known, OrderName more) {
        return new OrderName(
                known.orderId(),
                either(known.orderNumber(), more.orderNumber()),
                either(known.reference(), more.reference()),
                either(known.customerId(), more.customerId()),
                either(known.legalEntityId(), more.legalEntityId()));
    }

    private static String either(String known, String more) {
        return known == null ? more : known;
    }

    private static Held held(ToldEvent event) {
        return new Held(
                event.time(),
                event.text("heldFrom"),
                event.text("reasonCode"),
                event.text("reason"),
                event.text("owner"),
                event.text("remedy"),
                event.text("exceptionId"));
    }

    private static List<String> distinct(Story story, Function<ToldEvent, String> attribute) {
        return story.events().stream()
                .map(attribute)
                .filter(value -> value != null && !value.isEmpty())
                .distinct()
                .toList();
    }
}
