package io.counterfoil.order.fulfilment;

import io.counterfoil.common.step.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The steps of a set by their orders, in the order in which those are locked; there is one step of a kind at a time. */
final class OrderSteps {

    private final Map<UUID, Step> byOrder = new LinkedHashMap<>();

    private OrderSteps() {}

    static OrderSteps of(List<Step> steps) {
        OrderSteps set = new OrderSteps();
        Map<UUID, Step> found = new HashMap<>();
        steps.forEach(step -> found.put(step.payloadAs(OrderStep.class).orderId(), step));
        found.keySet().stream().sorted().forEach(order -> set.byOrder.put(order, found.get(order)));
        return set;
    }

    Step step(UUID order) {
        return byOrder.get(order);
    }

    Set<UUID> orders() {
        return byOrder.keySet();
    }

    /** Does something with the value of each order that has one, within the order's business transaction. */
    <T> void each(Map<UUID, T> values, BiConsumer<UUID, T> work) {
        byOrder.forEach((order, step) -> {
            if (values.containsKey(order)) {
                step.within(() -> work.accept(order, values.get(order)));
            }
        });
    }

    /** The steps of these orders. */
    Set<UUID> of(Collection<UUID> orders) {
        return orders.stream().map(order -> byOrder.get(order).id()).collect(Collectors.toSet());
    }
}
