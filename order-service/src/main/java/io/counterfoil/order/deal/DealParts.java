package io.counterfoil.order.deal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders of each deal. */
@Dependent
class DealParts {

    private static final String PARTS =
            """
            select o.order_id, o.order_number, o.state, o.legal_entity_id, o.contract_id, o.currency,
                   (select sum(l.line_total_minor)::bigint from order_line l where l.order_id = o.order_id) as worth_minor
            from sales_order o
            """;

    private final Database database;

    @Inject
    DealParts(Database database) {
        this.database = database;
    }

    /** All parts of the deal to which an order belongs; of most it is the only one. */
    Optional<DealJson> of(UUID orderId) {
        UUID deal = database.query("select deal_id from deal_part where order_id = ?", orderId)
                .one(row -> row.uuid("deal_id"))
                .orElse(orderId);
        List<DealJson.Part> parts = database.query(
                        PARTS
                                + """
                                left join deal_part p using (order_id)
                                where o.order_id = ? or p.deal_id = ? order by p.part nulls first
                                """,
                        deal,
                        deal)
                .list(DealParts::read);
        return parts.isEmpty() ? Optional.empty() : Optional.of(DealJson.of(deal, parts));
    }

    private static DealJson.Part read(Row row) {
        Long worth = row.longOrNull("worth_minor");
        return new DealJson.Part(
                row.uuid("order_id"),
                row.text("order_number"),
                row.text("state"),
                row.text("legal_entity_id"),
                row.uuid("contract_id"),
                worth == null ? null : Money.ofMinor(worth, row.text("currency")));
    }
}
