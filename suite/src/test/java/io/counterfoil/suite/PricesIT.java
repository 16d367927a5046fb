package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.stack.Endpoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which price holds for whom on which day, and which rule a price breaks. */
class PricesIT {

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Client finance = counterfoil.as(Endpoint.ORDER, "finance");
    private final Client sales = counterfoil.as(Endpoint.ORDER, "sales");
    private final Client partner = counterfoil.as(Endpoint.ORDER, "partner");

    @Test
    void floor_discount_margin_and_tolerance_are_named_by_a_check_and_by_the_refusal_of_an_order() {
        book(
                "ruled",
                Map.of("segment", "RULED"),
                entry("SETUP", "500.00", Map.of("floorPrice", "300.00")),
                entry("PLATFORM-Y", "1200.00", Map.of("maxDiscount", "0.20")),
                entry("SUPPORT-Y", "360.00", Map.of("unitCost", "300.00", "minMargin", "0.10")),
                entry("PLATFORM-M", "120.00", Map.of()));
        Map<String, List<String>> broken = new LinkedHashMap<>();
        broken.put("SETUP", List.of("299.99", "PRICE_BELOW_FLOOR", "300.00"));
        broken.put("PLATFORM-Y", List.of("959.99", "DISCOUNT_TOO_HIGH", "960.00"));
        broken.put("SUPPORT-Y", List.of("333.00", "MARGIN_TOO_LOW", "333.33"));
        broken.put("PLATFORM-M", List.of("181.00", "PRICE_OUT_OF_TOLERANCE", "60.00"));
        broken.forEach((product, said) -> {
            JsonNode verdict = checked(Map.of("segment", "RULED"), product, said.get(0));
            assertThat(verdict.path("allowed").asBoolean()).isFalse();
            assertThat(verdict.path("rule").asText()).isEqualTo(said.get(1));
            assertThat(verdict.path("lowestPrice").asText()).startsWith(said.get(2));
            assertThat(verdict.path("priceBookId").asText()).isEqualTo("ruled");
            Map<String, Object> order = counterfoil.orders().request();
            Map<Object, Object> buyer = new HashMap<>((Map<?, ?>) order.get("customer"));
            buyer.put("segment", "RULED");
            order.put("customer", buyer);
            order.put("lines", List.of(Orders.line(product, said.get(0))));
            JsonNode refused = sales.post("/v1/orders", order).expect(422).json();
            assertThat(refused.path("code").asText())
                    .isEqualTo(said.get(1).toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/lines/0/unitPrice");
            assertThat(partner.post("/v1/orders", order).expect(422).text())
                    .contains("price-out-of-tolerance", "/lines/0/unitPrice")
                    .doesNotContain(said.get(2), "floor", "margin");
        });
        assertThat(checked(Map.of("segment", "RULED"), "NOBODY-SELLS-IT", "1.00")
                        .path("rule")
                        .asText())
                .isEqualTo("PRICE_NOT_LISTED");
    }

    @Test
    void a_partner_hears_whether_a_price_is_allowed_and_no_floor_or_cost() {
        book(
                "told-outside",
                Map.of("segment", "OUTSIDE", "channel", "partner"),
                entry("SETUP", "500.00", Map.of("floorPrice", "400.00", "unitCost", "380.00", "minMargin", "0.10")));
        partner.get("/v1/price-books").expect(403);
        partner.get("/v1/price-books/told-outside").expect(403);
        for (String price : List.of("399.99", "420.00", "600.00")) {
            JsonNode verdict = checked(partner, Map.of("segment", "OUTSIDE"), "SETUP", price);
            assertThat(verdict.path("allowed").asBoolean()).isEqualTo(price.equals("600.00"));
            assertThat(verdict.path("listPrice").asText()).isEqualTo("500.00");
            assertThat(verdict.path("rule").asText("")).isIn("", "PRICE_OUT_OF_TOLERANCE");
            for (String hidden : List.of("priceBookId", "lowestPrice", "lowestPriceWithApproval", "highestPrice")) {
                assertThat(verdict.path(hidden).asText("")).as(hidden).isIn("", "null");
            }
        }
        Map<String, Object> question = question(Map.of("channel", "fair"), "SETUP", "500.00");
        partner.post("/v1/price-checks", question).expect(422);
    }

    @Test
    void the_book_that_speaks_most_closely_on_the_day_has_the_price() {
        String nextMonth = counterfoil.orders().today().plusMonths(1).toString();
        book("close", Map.of("segment", "CLOSE"), entry("SETUP", "510.00", Map.of()));
        book("close-north", Map.of("segment", "CLOSE", "region", "NORTH"), entry("SETUP", "520.00", Map.of()));
        book(
                "close-fair",
                Map.of("segment", "CLOSE", "channel", "fair", "validTo", nextMonth),
                entry("SETUP", "530.00", Map.of()));
        book(
                "close-fair-later",
                Map.of("segment", "CLOSE", "channel", "fair", "validFrom", nextMonth),
                entry("SETUP", "540.00", Map.of()));
        assertThat(listed(Map.of("segment", "CLOSE"))).isEqualTo("510.00");
        assertThat(listed(Map.of("segment", "CLOSE", "region", "NORTH"))).isEqualTo("520.00");
        assertThat(listed(Map.of("segment", "CLOSE", "region", "SOUTH"))).isEqualTo("510.00");
        assertThat(listed(Map.of("segment", "CLOSE", "channel", "fair"))).isEqualTo("530.00");
        assertThat(listed(Map.of("segment", "CLOSE", "region", "NORTH", "channel", "fair")))
                .as("a channel is closer than a region")
                .isEqualTo("530.00");
        assertThat(listed(Map.of("segment", "CLOSE", "channel", "fair", "asOf", nextMonth)))
                .isEqualTo("540.00");
        assertThat(listed(Map.of("segment", "OTHER"))).isEqualTo("500.00");
    }

    private String listed(Map<String, String> scope) {
        return checked(scope, "SETUP", "500.00").path("listPrice").asText();
    }

    private JsonNode checked(Map<String, String> scope, String product, String price) {
        return checked(sales, scope, product, price);
    }

    private static JsonNode checked(Client asking, Map<String, String> scope, String product, String price) {
        return asking.post("/v1/price-checks", question(scope, product, price))
                .expect(200)
                .json()
                .at("/lines/0");
    }

    private static Map<String, Object> question(Map<String, String> scope, String product, String price) {
        Map<String, Object> question = new HashMap<>(scope);
        question.put("legalEntityId", "US01");
        question.put("currency", "USD");
        question.put("lines", List.of(Map.of("productId", product, "unitPrice", price)));
        return question;
    }

    @SafeVarargs
    private void book(String id, Map<String, String> scope, Map<String, String>... entries) {
        Map<String, Object> book = new HashMap<>(scope);
        book.put("name", id);
        book.put("legalEntityId", "US01");
        book.put("entries", List.of(entries));
        finance.put("/v1/price-books/" + id, book).ok();
    }

    private static Map<String, String> entry(String product, String price, Map<String, String> rules) {
        Map<String, String> entry = new HashMap<>(rules);
        entry.put("productId", product);
        entry.put("currency", "USD");
        entry.put("unitPrice", price);
        entry.put("tolerance", "0.50");
        return entry;
    }
}
