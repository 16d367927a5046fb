package io.counterfoil.order.availability;

import io.counterfoil.common.testing.GoldenExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What others are told of shipments. */
class ShipmentFactsTest {

    private static UUID id(String part) {
        return UUID.fromString("0190a1b2-" + part + "-7000-8000-000000000001");
    }

    @Test
    void shipment_confirmed() {
        GoldenExample.of("shipment-confirmed.v1")
                .assertProduces(new ShipmentConfirmed(
                        id("0041"),
                        "S-000001",
                        id("0002"),
                        id("0001"),
                        List.of(new ShipmentConfirmed.Line(
                                UUID.fromString("0190a1b2-0004-7000-8000-000000000002"), "SETUP", 1)),
                        "Parcel Post",
                        "PP-1",
                        LocalDate.of(2026, 1, 5),
                        true,
                        Instant.parse("2026-01-05T17:00:00Z")));
    }
}
