package io.counterfoil.order.enrichment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.enrichment.EnrichmentJson.Value;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads where the values of an order come from. What was fixed when it was validated or accepted stays as it was then. */
@Dependent
class Enrichments {

    private static final String CATALOGUE = "catalogue";
    private static final String GOLDEN_RECORD = "customer-service";

    private final Database database;

    @Inject
    Enrichments(Database database) {
        this.database = database;
    }

    Optional<EnrichmentJson> of(UUID orderId) {
        return database.query("select * from sales_order where order_id = ?", orderId)
                .one(row -> new EnrichmentJson(orderId, row.text("order_number"), values(orderId, row)));
    }

    private List<Value> values(UUID orderId, Row row) {
        List<Value> all = new ArrayList<>();
        String channel = row.text("external_system") == null ? row.text("channel") : row.text("external_system");
        String deal = row.text("external_id");
        for (String term :
                List.of("legal_entity_id", "currency", "start_date", "term_months", "purchase_order_reference")) {
            add(all, "/" + camel(term), row.text(term), channel, deal);
        }
        boolean ours = row.bool("usual_payment_terms");
        add(
                all,
                "/paymentTermsDays",
                row.text("payment_terms_days"),
                ours ? "usual terms" : channel,
                ours ? null : deal);
        add(
                all,
                "/orderDate",
                row.text("order_date"),
                "business clock of the legal entity",
                row.text("legal_entity_id"));
        add(all, "/customerId", row.text("customer_id"), GOLDEN_RECORD, row.text("customer_id"));
        billTo(row.text("bill_to")).ifPresent(billTo -> billTo.properties()
                .forEach(one -> add(
                        all,
                        "/billTo/" + one.getKey(),
                        one.getValue().isNull() ? null : text(one.getValue()),
                        GOLDEN_RECORD,
                        row.text("customer_id"))));
        database.query("select * from order_line where order_id = ? order by line_number", orderId)
                .list(line -> addLine(all, line, channel, deal));
        return all;
    }

    private boolean addLine(List<Value> all, Row line, String channel, String deal) {
        String at = "/lines/" + (line.intValue("line_number") - 1) + "/";
        String product = line.text("product_id");
        Optional<String> code = mapped(channel, product);
        add(
                all,
                at + "productId",
                product,
                code.isPresent() ? "product mapping" : channel,
                code.map(known -> channel + " " + known).orElse(deal));
        add(all, at + "quantity", line.text("quantity"), channel, deal);
        add(all, at + "unitPrice", line.text("unit_price"), channel, deal);
        for (String term : List.of("product_name", "plan_id", "revenue_treatment", "tax_category_code")) {
            add(all, at + camel(term), line.text(term), CATALOGUE, product);
        }
        boolean known = line.bool("standalone_price_known");
        add(
                all,
                at + "standaloneSellingPrice",
                line.text("standalone_price_minor"),
                known ? CATALOGUE : "price of the order",
                known ? product : null);
        add(all, at + "endDate", line.text("end_date"), "term of the order and price period of the product", product);
        return true;
    }

    private Optional<String> mapped(String system, String product) {
        return database.query(
                        """
                        select external_code from product_mapping_version
                        where system = ? and product_id = ? and state = 'APPROVED' order by external_code limit 1
                        """,
                        system,
                        product)
                .one(row -> row.text("external_code"));
    }

    private static Optional<JsonNode> billTo(String json) {
        try {
            return json == null ? Optional.empty() : Optional.of(Json.lenient().readTree(json));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a bill-to in the database can't be read", corrupt);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static void add(List<Value> all, String attribute, String value, String source, String reference) {
        if (value != null) {
            all.add(new Value(attribute, value, source, reference));
        }
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
