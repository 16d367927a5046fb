package io.counterfoil.customer.hierarchy;

import io.counterfoil.customer.hierarchy.Family.Flaw;
import io.counterfoil.customer.hierarchy.Family.Line;
import io.counterfoil.customer.hierarchy.Relative.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a line of those who were found in it, nearest first. */
final class Relatives {

    private Relatives() {}

    static Line line(List<Relative> found) {
        List<UUID> above = found.stream()
                .filter(each -> each.place() == Place.SELF || each.place() == Place.PARENT)
                .map(Relative::customerId)
                .toList();
        return new Line(found.isEmpty() ? null : found.get(0).state(), above, flaw(found, above));
    }

    /** A circle first; then whoever is nearest; who pays stands after all of them. */
    private static Optional<Flaw> flaw(List<Relative> found, List<UUID> above) {
        Stream<Relative> circle = found.stream().filter(each -> each.place() == Place.CIRCLE);
        Stream<Relative> stopped = found.stream()
                .filter(each -> each.place() == Place.PARENT || each.place() == Place.BILL_TO)
                .filter(each -> !each.isActive());
        return Stream.concat(circle, stopped)
                .findFirst()
                .map(each -> new Flaw(
                        Flaw.Kind.valueOf(each.place().name()), each.customerNumber(), each.state(), way(each, above)));
    }

    private static List<UUID> way(Relative to, List<UUID> above) {
        return switch (to.place()) {
            case PARENT -> List.copyOf(above.subList(0, above.indexOf(to.customerId()) + 1));
            case BILL_TO -> List.of(above.get(0), to.customerId());
            default -> above;
        };
    }
}
