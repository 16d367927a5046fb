package io.counterfoil.order.availability;

import io.counterfoil.common.http.Invalid;
import io.counterfoil.order.journey.Stay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Stock, allocations and shipments on the wire. */
public final class StockJson {

    private static final long MOST = 1_000_000_000L;
    private static final int LONGEST = 100;

    private StockJson() {}

    /** What a count of the warehouse says. */
    public record Count(Long onHand, Boolean backOrder) {

        void check() {
            if (onHand == null || onHand < 0 || onHand > MOST) {
                throw new Invalid("/onHand", "must be from 0 to " + MOST);
            }
        }
    }

    /** Goods that came in. */
    public record Receipt(Long quantity, String reference) {

        void check() {
            if (quantity == null || quantity < 1 || quantity > MOST) {
                throw new Invalid("/quantity", "must be from 1 to " + MOST);
            }
            requireShort("/reference", reference);
        }
    }

    /** A stock level as it is. */
    public record Level(String productId, long onHand, long allocated, long free, boolean backOrder, int version) {

        static Level of(StockLevel level) {
            return new Level(
                    level.productId(),
                    level.onHand(),
                    level.allocated(),
                    level.free(),
                    level.backOrder(),
                    level.version());
        }
    }

    /** An allocation as it is. */
    public record Allocated(
            UUID lineId,
            UUID orderId,
            String productId,
            long wanted,
            long allocated,
            long missing,
            long shipped,
            long returned,
            String state) {

        static Allocated of(Allocation one) {
            return new Allocated(
                    one.lineId(),
                    one.orderId(),
                    one.productId(),
                    one.wanted(),
                    one.allocated(),
                    one.missing(),
                    one.shipped(),
                    one.returned(),
                    one.state());
        }
    }

    /** How far the goods of an order are, and all states in which they were. */
    public record Delivery(UUID orderId, DeliveryState state, List<Stay> states) {}

    /** Goods that have left; all that is put aside for the order where no lines are named. */
    public record Shipping(
            UUID orderId, List<ShippedLine> lines, String carrier, String trackingReference, LocalDate shippedOn) {

        void check() {
            if (orderId == null) {
                throw new Invalid("/orderId", "is required");
            }
            if (lines != null
                    && (lines.isEmpty()
                            || lines.stream()
                                    .anyMatch(one -> one == null || one.lineId() == null || one.quantity() < 1))) {
                throw new Invalid("/lines", "must each have a lineId and a quantity of at least 1");
            }
            requireShort("/carrier", carrier);
            requireShort("/trackingReference", trackingReference);
        }
    }

    /** One line of a shipment. */
    public record ShippedLine(UUID lineId, long quantity) {}

    /** A shipment as it is. */
    public record Shipment(
            UUID shipmentId,
            String shipmentNumber,
            UUID orderId,
            List<ShippedLine> lines,
            String carrier,
            String trackingReference,
            LocalDate shippedOn,
            boolean complete,
            Instant confirmedAt) {}

    private static void requireShort(String pointer, String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST)) {
            throw new Invalid(pointer, "must have from 1 to " + LONGEST + " characters");
        }
    }
}
