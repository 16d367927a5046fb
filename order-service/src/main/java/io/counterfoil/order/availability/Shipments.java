package io.counterfoil.order.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.availability.StockJson.Shipment;
import io.counterfoil.order.availability.StockJson.ShippedLine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All shipments; they are only added. */
@Dependent
class Shipments {

    private final Database database;
    private final Numbers numbers;

    @Inject
    Shipments(Database database, Numbers numbers) {
        this.database = database;
        this.numbers = numbers;
    }

    String nextNumber() {
        return numbers.next("shipment_number", "S");
    }

    /** Who buys; empty as long as the order is not accepted, or when it came to nothing. */
    Optional<UUID> buyer(UUID orderId) {
        return database.query(
                        "select customer_id from sales_order where order_id = ? and contract_id is not null and state <> 'CANCELLED'",
                        orderId)
                .one(row -> row.uuid("customer_id"));
    }

    void add(Shipment one) {
        database.update(
                """
                insert into shipment (shipment_id, shipment_number, order_id, lines, carrier, tracking_reference, shipped_on, complete,
                                      confirmed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                one.shipmentId(),
                one.shipmentNumber(),
                one.orderId(),
                Json.write(one.lines()),
                one.carrier(),
                one.trackingReference(),
                one.shippedOn(),
                one.complete(),
                one.confirmedAt());
    }

    List<Shipment> after(UUID shipmentId, UUID orderId, int limit) {
        return database.query(
                        """
                        select * from shipment
                        where (cast(? as uuid) is null or shipment_id > ?) and (cast(? as uuid) is null or order_id = ?)
                        order by shipment_id limit ?
                        """,
                        shipmentId,
                        shipmentId,
                        orderId,
                        orderId,
                        limit)
                .list(Shipments::read);
    }

    private static Shipment read(Row row) {
        try {
            return new Shipment(
                    row.uuid("shipment_id"),
                    row.text("shipment_number"),
                    row.uuid("order_id"),
                    List.of(Json.lenient().readValue(row.text("lines"), ShippedLine[].class)),
                    row.text("carrier"),
                    row.text("tracking_reference"),
                    row.date("shipped_on"),
                    row.bool("complete"),
                    row.instant("confirmed_at"));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a shipment in the database can't be read", corrupt);
        }
    }
}
