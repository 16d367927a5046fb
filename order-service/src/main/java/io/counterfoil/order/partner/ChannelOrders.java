package io.counterfoil.order.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.partner.PartnerJson.EndCustomer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All orders of partners. */
@Dependent
class ChannelOrders {

    private static final String ORDERS =
            """
            select c.*, o.order_number, o.state, o.contract_id, o.reason
            from channel_order c join sales_order o using (order_id)
            """;

    private final Database database;

    @Inject
    ChannelOrders(Database database) {
        this.database = database;
    }

    void add(UUID orderId, Partner partner, EndCustomer endCustomer, Money end, Money partnerPays) {
        database.update(
                """
                insert into channel_order (order_id, partner_id, end_customer, margin, end_minor, partner_minor, currency)
                values (?, ?, ?, ?::numeric, ?, ?, ?)
                """,
                orderId,
                partner.partnerId(),
                Json.write(endCustomer),
                partner.margin().toString(),
                end.minor(),
                partnerPays.minor(),
                end.currency());
    }

    Optional<PartnerJson.Order> find(UUID orderId) {
        return database.query(ORDERS + " where c.order_id = ?", orderId).one(ChannelOrders::read);
    }

    /** Of one partner, or of all where none is named. */
    List<PartnerJson.Order> after(UUID orderId, String partnerId, int limit) {
        return database.query(
                        ORDERS
                                + """
                                where (cast(? as uuid) is null or c.order_id > ?) and (cast(? as text) is null or c.partner_id = ?)
                                order by c.order_id limit ?
                                """,
                        orderId,
                        orderId,
                        partnerId,
                        partnerId,
                        limit)
                .list(ChannelOrders::read);
    }

    private static PartnerJson.Order read(Row row) {
        try {
            Money end = row.money("end_minor", "currency");
            Money partner = row.money("partner_minor", "currency");
            return new PartnerJson.Order(
                    row.uuid("order_id"),
                    row.text("order_number"),
                    row.text("state"),
                    row.text("partner_id"),
                    Json.lenient().readValue(row.text("end_customer"), EndCustomer.class),
                    row.text("margin"),
                    end,
                    partner,
                    end.plus(partner.negated()),
                    row.uuid("contract_id"),
                    row.text("reason"));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a partner's order in the database can't be read", corrupt);
        }
    }
}
